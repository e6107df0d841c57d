/** Where the people of the playground are: made-up ids in the shapes of the platforms. */
export const workspace = { id: 'T0ACME', domain: 'acme', name: 'Acme' }
export const guild = {
  guildId: '100000000000000001',
  channelId: '100000000000000002',
  applicationId: '100000000000000003',
}

/** The channel that everybody in the workspace is in. */
export const generalChannel = { id: 'C0GENERAL', name: 'general' }
export const officeChannel = { id: 'C0OFFICE', name: 'office' }
/** The tickets' cards for moderators on Slack. */
export const moderatorsChannel = { id: 'C0MODERATORS', name: 'moderators', isPrivate: true }

type Employee = { slack: string; handle: string; name: string; email: string; about: string }

/** Who can be played in Slack. */
export const employees: Employee[] = [
  { slack: 'U0NORA', handle: 'nora', name: 'Nora Lindqvist', email: 'nora@acme.example', about: 'Marketing' },
  { slack: 'U0SAM', handle: 'sam', name: 'Sam Okafor', email: 'sam@acme.example', about: 'Finance' },
  { slack: 'U0YUKI', handle: 'yuki', name: 'Yuki Tanaka', email: 'yuki@acme.example', about: 'Warehouse' },
]

/** Others in the workspace, who file tickets when many come at once. */
export const colleagues: Employee[] = [
  { slack: 'U0AMIR', handle: 'amir', name: 'Amir Haddad', email: 'amir@acme.example', about: 'Sales' },
  { slack: 'U0GRETA', handle: 'greta', name: 'Greta Hansen', email: 'greta@acme.example', about: 'Legal' },
  { slack: 'U0LUIS', handle: 'luis', name: 'Luis Ortega', email: 'luis@acme.example', about: 'Purchasing' },
  { slack: 'U0MEI', handle: 'mei', name: 'Mei Chen', email: 'mei@acme.example', about: 'Design' },
]

/** @property slack absent: they work in Discord alone */
type Moderator = {
  discord: string
  slack?: string
  handle: string
  name: string
  email: string
  skills: string[]
}

/** Who can be played in Discord, one of them in Slack too, and takes tickets. */
export const moderators: Moderator[] = [
  {
    discord: '200000000000000001',
    handle: 'lena',
    name: 'Lena Vogel',
    email: 'lena@acme.example',
    skills: ['Hardware', 'Printers', 'Windows'],
  },
  {
    discord: '200000000000000002',
    handle: 'marco',
    name: 'Marco Rossi',
    email: 'marco@acme.example',
    skills: ['Networking', 'VPN', 'Wi-Fi', 'Security'],
  },
  {
    discord: '200000000000000003',
    slack: 'U0PRIYA',
    handle: 'priya',
    name: 'Priya Nair',
    email: 'priya@acme.example',
    skills: ['Email', 'Office', 'Active Directory', 'Single sign-on'],
  },
]

/** In the Discord server, and unknown to the desk. */
export const member = { discord: '200000000000000004', handle: 'theo', name: 'Theo Blanc' }

export const admin = { key: 'ines', name: 'Ines Duarte', email: 'ines@acme.example' }

/** Tickets that a moderator may have at once before the desk looks for another one. */
export const capacity = 30
