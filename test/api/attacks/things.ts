import { exampleUser } from '../../../api/examples/accounts.ts'
import type { AnyRoute } from '../../../api/route.ts'
import { newId } from '../../../core/ids.ts'
import { startSession } from '../../../core/users/sign-in/start-session.ts'
import type { DeskInProcess, Known } from '../../support/desk-in-process.ts'
import { triageModelOf } from '../../support/triage-model-fixture.ts'

export type Things = Record<Thing, string>
type Thing =
  | 'ticket'
  | 'comment'
  | 'file'
  | 'fileToken'
  | 'user'
  | 'session'
  | 'apiKey'
  | 'skill'
  | 'category'
  | 'cannedReply'
  | 'triageModel'
  | 'delivery'
  | 'unsubscribeToken'
  | 'mail'
  | 'provider'

export const mailId = '177000000000000-0a1b2c3d'
const mail = { id: mailId, from: 'desk@localhost', to: ['x@localhost'], subject: 'Kept', date: new Date() }
export const mailbox = {
  list: async () => [mail],
  read: async (id: string) => (id === mailId ? { ...mail, text: 'Kept.', html: '<p>Kept.</p>' } : undefined),
  reply: async (id: string) => (id === mailId ? Buffer.from('Subject: Kept') : undefined),
}

/** What the path up to and with a parameter names. */
const named: Record<string, Thing> = {
  '/api/auth/sessions/{id}': 'session',
  '/api/auth/api-keys/{id}': 'apiKey',
  '/api/users/{id}': 'user',
  '/api/catalog/skills/{id}': 'skill',
  '/api/catalog/categories/{id}': 'category',
  '/api/canned-replies/{id}': 'cannedReply',
  '/api/triage/models/{id}': 'triageModel',
  '/api/tickets/{id}': 'ticket',
  '/api/tickets/{id}/canned-replies/{reply}': 'cannedReply',
  '/api/tickets/{id}/comments/{comment}': 'comment',
  '/api/tickets/{id}/watchers/{user}': 'user',
  '/api/files/{id}': 'file',
  '/files/{token}': 'fileToken',
  '/api/deliveries/{id}': 'delivery',
  '/unsubscribe/{token}': 'unsubscribeToken',
  '/api/mailbox/{id}': 'mail',
  '/api/auth/openid/{provider}': 'provider',
}

/**
 * @param given what some parameters are instead, by their names
 * @returns the path with a real thing for each parameter; one that `named` does not know stays as it is
 */
export const filled = (path: string, things: Things, given: Record<string, string> = {}) =>
  path.replaceAll(/\{(\w+)\}/g, (parameter, name: string, at: number) => {
    const thing = named[path.slice(0, at + parameter.length)]
    const value = given[name] ?? (thing && things[thing])
    return value ? encodeURIComponent(value) : parameter
  })

type Maker = (at: DeskInProcess, root: Known, made: Partial<Things>) => Promise<string> | string
const unique = () => `New ${newId()}`
const entry = () => ({ name: unique(), description: '' })

/** In this order: a comment is one on the ticket. */
const makers: Record<Thing, Maker> = {
  ticket: (_at, root) => made(root, '/api/tickets', 'ticket', { title: 'Attack me', description: 'x' }),
  comment: (_at, root, { ticket }) =>
    made(root, `/api/tickets/${ticket}/comments`, 'comment', { body: 'Said.' }),
  file: (_at, root) => upload(root),
  fileToken,
  user: async (at) => (await at.somebody('moderator')).user._id,
  session: otherSession,
  apiKey: (_at, root) =>
    made(root, '/api/auth/api-keys', 'key', { name: unique(), scopes: ['tickets:read'] }),
  skill: (_at, root) => made(root, '/api/catalog/skills', 'entry', entry()),
  category: (_at, root) => made(root, '/api/catalog/categories', 'entry', entry()),
  cannedReply: (_at, root) => made(root, '/api/canned-replies', 'reply', { name: unique(), text: 'x' }),
  triageModel,
  delivery,
  unsubscribeToken: async ({ desk, somebody }) =>
    desk.unsubscribeTokens.sign({ user: (await somebody('user')).user._id, from: 'resolved' }),
  mail: () => mailId,
  provider: () => 'sso',
}

/** One of everything that a path can name, or that this path names, all within reach of `root`. */
export async function makeThings(at: DeskInProcess, root: Known, path?: string): Promise<Things> {
  const things: Partial<Things> = {}
  for (const [thing, make] of Object.entries(makers) as [Thing, Maker][])
    if (!path || thingsIn(path).includes(thing)) things[thing] = await make(at, root, things)
  return things as Things
}

const thingsIn = (path: string) =>
  Object.entries(named).flatMap(([begin, thing]) => (path.startsWith(begin) ? [thing] : []))

async function made(root: Known, path: string, what: string, body: object): Promise<string> {
  const answer = await root.api.post<Record<string, { id: string }>>(path, body)
  const id = answer.body[what]?.id
  if (!id) throw new Error(`${path} made nothing: ${JSON.stringify(answer.body)}`)
  return id
}

const upload = (root: Known) => made(root, '/api/files?name=a.txt', 'file', { any: 'bytes' })

/** The link of a file on a ticket. */
async function fileToken({ desk }: DeskInProcess, root: Known): Promise<string> {
  const file = await upload(root)
  await made(root, '/api/tickets', 'ticket', { title: 'With a file', description: 'x', files: [file] })
  return desk.fileLinks.pathOf(file).replace('/files/', '')
}

/** Not the one that asks: a test that ends it goes on. */
async function otherSession({ desk }: DeskInProcess, root: Known): Promise<string> {
  await startSession(desk, root.user)
  const { body } = await root.api.get<{ sessions: { id: string; current: boolean }[] }>('/api/auth/sessions')
  return body.sessions.find(({ current }) => !current)?.id ?? ''
}

async function triageModel({ desk }: DeskInProcess): Promise<string> {
  const model = triageModelOf(await desk.triageModels.nextNumber())
  await desk.triageModels.insert(model, new Uint8Array(9))
  return model._id
}

async function delivery({ desk, somebody }: DeskInProcess): Promise<string> {
  const to = (await somebody('user')).user._id
  const row = { _id: `${newId()}:9:0`, channel: 'mail' as const, about: 'resolved', to, ticket: null }
  await desk.deliveries.begin({ ...row, startedAt: desk.now() })
  await desk.deliveries.sent(row._id, '250 queued', desk.now())
  return row._id
}

/** What the examples of the description are about; where they name something else, `inputs` says what is there. */
export const makeExamples = (at: DeskInProcess) => at.somebody('moderator', { _id: exampleUser.id })

/** A valid body where the example of the description names what is not on this desk. */
const bodies: Record<string, (other: Things) => object> = {
  'post /api/catalog/skills/{id}/merge': ({ skill }) => ({ into: skill }),
  'post /api/catalog/categories/{id}/merge': ({ category }) => ({ into: category }),
  'post /api/tickets/{id}/duplicate': () => ({ of: 1 }),
}

/** @param other things that a body may name besides those in the path */
export const validBody = ({ method, path, bodyExample }: AnyRoute, other: Things) =>
  bodies[`${method} ${path}`]?.(other) ?? bodyExample
