import { fallbackCategory } from '../../../catalog/built-in.ts'
import type { Entry } from '../../../catalog/catalog.ts'
import type { Topic } from './keyword-rules.ts'
import { indexPhrases } from './phrase-index.ts'

export type Subject = Topic | typeof fallbackCategory

/** What a category may be called. A definition counts, too, for what no category is called. The rules of a built-in category apply under every name it is given. */
const names: Record<Subject, string> = {
  Hardware: 'hardware, device, devices, equipment, peripherals, infrastructure',
  Software: 'software, application, applications, apps, programs',
  Network: 'network, networking, connectivity, wifi, vpn, telephony',
  Access: 'access, accounts, identity, login, password, iam',
  Email: 'email, e-mail, mail, mailbox, calendar',
  Storage: 'storage, backup, files, file shares, shared drives',
  Security: 'security, phishing, malware',
  Development: 'development, engineering, devops, developer tools, code',
  Purchase: 'purchase, purchases, purchasing, procurement, orders',
  HR: 'hr, human resources, people, payroll, personnel',
  'Administrative rights': 'administrative rights, admin rights, administrator rights, privileges',
  Badges: 'badges, door access, physical access',
  Joiners: 'joiners, onboarding, leaving, starters and leavers',
  Licences: 'licences, licenses, licensing',
  Projects: 'project, projects, internal project',
  Servers: 'servers, hosting',
  'Service desk': 'service desk, service management, approvals, change management',
  Other: 'other, others, miscellaneous, misc, general, various',
}

const subjectsIn = indexPhrases(
  Object.entries(names).flatMap(([subject, called]) =>
    called.split(', ').map((name) => [name, subject as Subject] as const),
  ),
)

/** Where a topic belongs on a desk that has no category of its own for it: the first that there is. */
const nearest: Partial<Record<Topic, Subject[]>> = {
  Network: ['Hardware'],
  Software: ['Hardware', 'Administrative rights'],
  Email: ['Software', 'Storage'],
  Security: ['Access'],
  Development: ['Software', 'Access'],
  Servers: ['Development', 'Hardware'],
  Badges: ['Access', 'Security'],
  Joiners: ['HR', 'Access'],
  Licences: ['Purchase', 'Software'],
  'Administrative rights': ['Software', 'Access'],
  'Service desk': ['Other'],
}

const subjectsOf = ({ name, rules }: Pick<Entry, 'name' | 'rules'>): Subject[] =>
  rules.length > 0
    ? rules.flatMap((rule) => (rule in names ? [rule as Subject] : []))
    : [...new Set(subjectsIn(name).map(({ means }) => means))].slice(0, 1)

/**
 * @param categories those that the desk offers
 * @returns the category for each topic, if the desk has one for it, and the one for what fits nowhere else
 */
export function categoriesByTopic<C extends Pick<Entry, 'name' | 'description' | 'rules'>>(
  categories: readonly C[],
) {
  const own = new Map<Subject, C>()
  for (const category of categories)
    for (const subject of subjectsOf(category)) if (!own.has(subject)) own.set(subject, category)
  for (const category of categories)
    for (const { means } of subjectsIn(category.description)) if (!own.has(means)) own.set(means, category)
  const standIn = (topic: Topic) => nearest[topic]?.find((other) => own.has(other))
  return {
    other: own.get(fallbackCategory),
    /** Whether the name says what belongs there, so that the rules know it, and no other category has that. */
    understood: (category: C) => subjectsOf(category).some((subject) => own.get(subject) === category),
    of: (topic: Topic): C | undefined => own.get(topic) ?? own.get(standIn(topic) ?? topic),
  }
}
