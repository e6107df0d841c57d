import type { LocalPlatforms } from './choose-platforms.ts'

/** Where the people of the playground are: made-up ids in the shapes of the platforms. */
export const workspace = { id: 'T0ACME', domain: 'acme', name: 'Acme' }
export const guild = { guildId: '100000000000000001', applicationId: '100000000000000003' }

/** The desk's channel in Discord, by its kind: a channel does not become one of another kind. */
export const deskChannels = { text: '100000000000000002', forum: '100000000000000005' }

/** Where employees file tickets on a desk with Discord alone: the desk's channel is for moderators only. */
export const helpChannel = { id: '100000000000000006', name: 'help' }

/** The channel that everybody in the workspace is in. */
export const generalChannel = { id: 'C0GENERAL', name: 'general' }
export const officeChannel = { id: 'C0OFFICE', name: 'office' }
/** The tickets' cards for moderators on Slack. */
export const moderatorsChannel = { id: 'C0MODERATORS', name: 'moderators', isPrivate: true }

/** Who files tickets: in Slack, and in Discord where there is no Slack. */
export const employees = [
  {
    ...{ slack: 'U0NORA', discord: '200000000000000011', handle: 'nora' },
    ...{ name: 'Nora Lindqvist', email: 'nora@acme.example', about: 'Marketing' },
  },
  {
    ...{ slack: 'U0SAM', discord: '200000000000000012', handle: 'sam' },
    ...{ name: 'Sam Okafor', email: 'sam@acme.example', about: 'Finance' },
  },
  {
    ...{ slack: 'U0YUKI', discord: '200000000000000013', handle: 'yuki' },
    ...{ name: 'Yuki Tanaka', email: 'yuki@acme.example', about: 'Warehouse' },
  },
]

/** Others in the workspace, who file tickets when many come at once. */
export const colleagues = [
  { slack: 'U0AMIR', handle: 'amir', name: 'Amir Haddad', email: 'amir@acme.example', about: 'Sales' },
  { slack: 'U0GRETA', handle: 'greta', name: 'Greta Hansen', email: 'greta@acme.example', about: 'Legal' },
  { slack: 'U0LUIS', handle: 'luis', name: 'Luis Ortega', email: 'luis@acme.example', about: 'Purchasing' },
  { slack: 'U0MEI', handle: 'mei', name: 'Mei Chen', email: 'mei@acme.example', about: 'Design' },
]

type Moderator = {
  discord: string
  slack: string
  handle: string
  name: string
  email: string
  skills: string[]
}

/** Who takes tickets. */
export const moderators: Moderator[] = [
  {
    discord: '200000000000000001',
    slack: 'U0LENA',
    handle: 'lena',
    name: 'Lena Vogel',
    email: 'lena@acme.example',
    skills: ['Hardware', 'Printers', 'Windows'],
  },
  {
    discord: '200000000000000002',
    slack: 'U0MARCO',
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

/** Who of them works in Slack: one beside Discord, and all where there is no Discord. */
export const moderatorsInSlack = ({ alone }: Pick<LocalPlatforms, 'alone'>) =>
  alone === 'slack' ? moderators : moderators.filter(({ handle }) => handle === 'priya')

/** In the Discord server, and unknown to the desk. */
export const member = { discord: '200000000000000004', handle: 'theo', name: 'Theo Blanc' }

/** Manages the desk in the console, and places the panel on Discord. */
export const admin = {
  ...{ key: 'ines', name: 'Ines Duarte', email: 'ines@acme.example' },
  discord: '200000000000000021',
}

/** Tickets that a moderator may have at once before the desk looks for another one. */
export const capacity = 30
