import { Secret, TOTP } from 'otpauth'
import { exampleUser } from '../../../api/examples/accounts.ts'
import { storeFile } from '../../../core/attachments/store-file.ts'
import { addCannedReply } from '../../../core/canned-replies/manage-canned-replies.ts'
import { newId } from '../../../core/ids.ts'
import { noInput } from '../../../core/tickets/actions/action.ts'
import { actionNames, actionOf } from '../../../core/tickets/actions/actions.ts'
import { changeUser } from '../../../core/users/change-user.ts'
import { beginSetUp } from '../../../core/users/second-factor/set-up.ts'
import { finishSignIn } from '../../../core/users/sign-in/finish-sign-in.ts'
import { startSession } from '../../../core/users/sign-in/start-session.ts'
import { streamOf } from '../../support/files.ts'
import { triageModelOf } from '../../support/triage-model-fixture.ts'
import { type MarkedDesk, mailId, password } from './marked-desk.ts'

/** One way to ask an operation: the ids in its path, and a body where the description's example won't do. */
export type Asked = { path?: Record<string, string>; body?: object; query?: string }
type Requests = (at: MarkedDesk) => Asked[] | Promise<Asked[]>

const once: Requests = () => [{}]
const eachTicket =
  (more: Asked = {}): Requests =>
  ({ tickets }) =>
    Object.values(tickets).map(({ _id }) => ({ ...more, path: { id: _id, ...more.path } }))

const sessions: Requests = async ({ database }) =>
  (await database.sessions.find({}, { _id: 1 }).lean()).map(({ _id }) => ({ path: { id: _id } }))
const apiKeys: Requests = async ({ database }) =>
  (await database.apiKeys.find({}, { _id: 1 }).lean()).map(({ _id }) => ({ path: { id: _id } }))
const eachComment =
  (body?: object): Requests =>
  async ({ database }) =>
    (await database.comments.find({}, { ticket: 1 }).lean()).map(({ _id, ticket }) => ({
      path: { id: ticket, comment: _id },
      ...(body ? { body } : {}),
    }))
const eachPerson: Requests = (at) => everybody(at).map(({ _id }) => ({ path: { id: _id } }))
const everybody = ({ known }: MarkedDesk) => Object.values(known).map(({ user }) => user)

const unsubscribing: Requests = ({ desk, known }) => [
  { path: { token: desk.unsubscribeTokens.sign({ user: known.olga.user._id, from: 'resolved' }) } },
]

async function delivered({ desk, known, tickets }: MarkedDesk) {
  const { _id: ticket, number } = tickets.olga
  const { user } = known.olga
  const row = { _id: `${ticket}:9:0`, channel: 'mail' as const, about: 'resolved', to: user._id }
  await desk.deliveries.begin({ ...row, name: user.name, ticket, number, startedAt: new Date() })
  await desk.deliveries.sent(row._id, '250 queued', new Date())
  return row._id
}

/** A file of each person's that is on no ticket. */
const eachUpload: Requests = ({ desk, known }) =>
  Promise.all(
    Object.values(known).map(async ({ user }) => {
      const { _id: id } = await storeFile(desk, streamOf('x'), { name: 'x', by: user._id })
      return { path: { id } }
    }),
  )
const eachFile: Requests = async ({ database }) =>
  (await database.files.find({ ticket: { $exists: true } }, { _id: 1 }).lean()).map(({ _id }) => ({
    path: { id: String(_id) },
  }))
const fileLink: Requests = async ({ desk, tickets }) => {
  const [file] = tickets.olga.files ?? []
  return [{ path: { token: desk.fileLinks.pathOf(file?.id ?? '').replace('/files/', '') } }]
}

const entryOf =
  (list: 'skills' | 'categories', body?: (other: string) => object): Requests =>
  async ({ desk }) => {
    const [one, other] = (await desk.catalog.read())[list]
    if (!one || !other) throw new Error(`There are no ${list}.`)
    return [{ path: { id: one.id }, ...(body ? { body: body(other.id) } : {}) }]
  }

const origin = { surface: 'api', address: null, agent: null } as const
async function cannedReply({ desk, known }: MarkedDesk): Promise<string> {
  const reply = { name: newId(), text: 'Hello {{requester}}, about “{{title}}”' }
  return (await addCannedReply(desk, known.max.user, reply, origin))._id
}

/** A version of what triage has learned. */
async function triageModel({ desk }: MarkedDesk): Promise<string> {
  const model = triageModelOf(await desk.triageModels.nextNumber())
  await desk.triageModels.insert(model, new Uint8Array(9))
  return model._id
}

const codeFrom = (key: string) => new TOTP({ secret: Secret.fromBase32(key) }).generate()

const appKey = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const factorOf = ({ desk }: MarkedDesk, id: string) => ({
  ...{ id, secret: desk.secondFactorSeal.close(appKey, id), since: new Date() },
  ...{ lastStep: 0, recoveryCodes: [] },
})

/** With a first code, for somebody who begins to set up two-step sign-in. */
const settingUp: Requests = async ({ desk, known }) => {
  const { user } = known.max
  const { session } = await startSession(desk, user)
  const { key, setUp } = await beginSetUp(desk, { user, session }, {})
  return [{ body: { setUp, code: codeFrom(key) } }]
}

/** With a code of the same person, once they have set it up. It may be used again: the walk doesn't wait for the next one. */
const withCode: Requests = async ({ desk, known }) => {
  const user = await changeUser(desk, known.max.user._id, ({ secondFactor }) =>
    secondFactor ? { set: { secondFactor: { ...secondFactor, lastStep: 0 } } } : null,
  )
  const key = user.secondFactor && desk.secondFactorSeal.open(user.secondFactor.secret, user.secondFactor.id)
  return [{ body: { code: key ? codeFrom(key) : '000000' } }]
}

/** The second step of somebody who has made the first one. */
const enteringCode: Requests = async (at) => {
  const { desk, known } = at
  const set = { secondFactor: factorOf(at, 'f1') }
  const user = await changeUser(desk, known.mia.user._id, () => ({ set }))
  const begun = await finishSignIn(desk, user, origin)
  return [{ body: { token: begun.token, code: codeFrom(appKey) } }]
}

const inOrder = ['claim', 'wait', 'release', 'reopen', 'close', 'delete', 'unmark-duplicate']
/** The actions that need only a ticket, and no certain place in the order below. */
const otherActions = Object.fromEntries(
  actionNames
    .filter((name) => actionOf(name).input === noInput && !inOrder.includes(name))
    .map((name) => [`post /api/tickets/{id}/${name}`, eachTicket()]),
)

/** How each documented operation is asked with what is really there, in this order: what ends things comes last. */
export const requests: Record<string, Requests> = {
  'get /api/health': once,
  'get /api/health/live': once,
  'get /api/health/ready': once,
  'get /metrics': once,
  'get /api/auth/providers': once,
  'get /api/auth/openid/{provider}': () => [{ path: { provider: 'sso' } }],
  'get /api/auth/openid/{provider}/callback': () => [{ path: { provider: 'sso' }, query: 'code=1&state=2' }],
  'get /api/auth/me': once,
  'get /api/auth/users': () => [{}, { query: 'search=mark' }, { query: 'limit=1' }],
  'get /api/auth/sessions': once,
  'get /api/auth/api-keys': once,
  'get /api/auth/second-factor': once,
  'get /api/me/notifications': once,
  'put /api/me/notifications': once,
  'get /unsubscribe/{token}': unsubscribing,
  'post /unsubscribe/{token}': unsubscribing,
  'get /api/deliveries': once,
  'post /api/deliveries/{id}/resend': async (at) => [{ path: { id: await delivered(at) } }],
  'get /api/audit': () => [{ query: 'limit=100' }],
  'get /api/catalog': once,
  'get /api/triage': once,
  'get /api/canned-replies': once,
  'get /api/mailbox': once,
  'get /api/mailbox/{id}': () => [{ path: { id: mailId } }],
  'get /api/mailbox/{id}/page': () => [{ path: { id: mailId } }],
  'post /api/mailbox/{id}/reply': () => [{ path: { id: mailId } }],
  'get /api/stream': once,
  'get /api/tickets': () => [{}, { query: 'view=mine' }, { query: 'view=queue' }, { query: 'view=assigned' }],
  'get /api/ticket-counts': () => [{}, { query: 'tag=mark.olga.words' }],
  'get /api/ticket-people': () => [
    { query: 'as=requester' },
    { query: 'as=assignee' },
    { query: 'as=requester&search=mark' },
  ],
  'get /api/tickets/{id}': eachTicket(),
  'get /api/tickets/{id}/canned-replies/{reply}': async (at) => {
    const reply = await cannedReply(at)
    return Object.values(at.tickets).map(({ _id }) => ({ path: { id: _id, reply } }))
  },
  'get /api/tickets/{id}/mentionable': eachTicket(),
  'get /api/tickets/{id}/comments': eachTicket(),
  'post /api/files': () => [{ body: { any: 'bytes' } }],
  'get /api/files/{id}': eachFile,
  'get /files/{token}': fileLink,
  'delete /api/files/{id}': eachUpload,
  'post /api/auth/signup': once,
  'post /api/auth/login': () => [{ body: { email: 'mark.max.mail@example.com', password } }],
  'post /api/auth/reset': ({ known }) => [{ body: { email: known.max.user.email } }],
  'post /api/auth/sign-in-link': ({ known }) => [{ body: { email: known.max.user.email } }],
  'post /api/auth/link': async ({ desk }) => [
    { body: { token: await desk.links.create('reset', { user: exampleUser.id }) } },
  ],
  'post /api/auth/discord-code': once,
  'post /api/auth/slack-code': once,
  'post /api/auth/profile': once,
  'post /api/auth/duty': once,
  'post /api/auth/password': () => [{ body: { current: password, password } }],
  'post /api/auth/second-factor/set-up': once,
  'post /api/auth/second-factor': settingUp,
  'post /api/auth/second-factor/recovery-codes': withCode,
  'post /api/auth/second-factor/off': withCode,
  'post /api/auth/api-keys': () => [{}, { body: { name: 'Caretaker', scopes: ['admin'] } }],
  'post /api/auth/invite': ({ known }) => [
    { body: { email: 'ines@example.com', name: 'Ines', role: 'moderator' } },
    { body: { email: known.olga.user.email, name: 'Olga', role: 'user' } },
  ],
  'post /api/catalog/skills': () => [{ body: { name: 'Forges', description: '' } }],
  'post /api/catalog/categories': () => [{ body: { name: 'Forge', description: '' } }],
  'put /api/catalog/skills/{id}': entryOf('skills', () => ({ description: 'Rather new.' })),
  'put /api/catalog/categories/{id}': entryOf('categories', () => ({ description: 'Rather new.' })),
  'put /api/catalog/categories/{id}/form': entryOf('categories'),
  'post /api/catalog/skills/{id}/merge': entryOf('skills', (into) => ({ into })),
  'post /api/catalog/categories/{id}/merge': entryOf('categories', (into) => ({ into })),
  'post /api/triage/training': once,
  'post /api/triage/rules/use': once,
  'post /api/triage/models/{id}/use': async (at) => [{ path: { id: await triageModel(at) } }],
  'post /api/canned-replies': once,
  'put /api/canned-replies/{id}': async (at) => [{ path: { id: await cannedReply(at) } }],
  'delete /api/canned-replies/{id}': async (at) => [{ path: { id: await cannedReply(at) } }],
  'post /api/tickets': once,
  'post /api/tickets/{id}/comments': eachTicket(),
  'put /api/tickets/{id}/comments/{comment}': eachComment({ version: 1, body: 'Said otherwise.' }),
  'put /api/tickets/{id}': async ({ database }) =>
    (await database.tickets.find({}, { version: 1 }).lean()).flatMap(({ _id, version }) =>
      [version, version - 1].map((seen) => ({
        path: { id: _id },
        body: { version: seen, priority: 'high' },
      })),
    ),
  'put /api/tickets/{id}/read': eachTicket(),
  'put /api/tickets/{id}/watchers/{user}': eachTicket({ path: { user: 'me' } }),
  'delete /api/tickets/{id}/watchers/{user}': eachTicket({ path: { user: 'me' } }),
  'post /api/tickets/{id}/duplicate': ({ tickets }) =>
    Object.values(tickets).flatMap(({ _id }) =>
      Object.values(tickets).map(({ number }) => ({ path: { id: _id }, body: { of: number } })),
    ),
  'post /api/tickets/{id}/join': (at) => eachTicket({ body: { of: at.tickets.olga.number } })(at),
  'delete /api/tickets/{id}/duplicate': eachTicket(),
  'get /api/tickets/{id}/assignees': eachTicket(),
  'get /api/tickets/{id}/similar': eachTicket(),
  'get /api/look-alikes': ({ tickets }) =>
    Object.values(tickets).map(({ title }) => ({ query: new URLSearchParams({ title }).toString() })),
  'post /api/tickets/{id}/claim': eachTicket(),
  ...otherActions,
  'post /api/tickets/{id}/wait': eachTicket(),
  'post /api/tickets/{id}/release': eachTicket(),
  'post /api/tickets/{id}/resolve': eachTicket(),
  'post /api/tickets/{id}/rate': eachTicket(),
  'post /api/tickets/{id}/reopen': eachTicket(),
  'post /api/tickets/{id}/assign': eachTicket(),
  'post /api/tickets/{id}/close': async (at) => {
    const { ann, queue } = at.tickets
    for (const { _id } of [ann, queue])
      await at.database.tickets.updateOne({ _id }, { $set: { status: 'resolved' } })
    return eachTicket()(at)
  },
  'post /api/auth/update-user': (at) => everybody(at).map(({ _id }) => ({ body: { id: _id, onDuty: true } })),
  'delete /api/tickets/{id}/comments/{comment}': eachComment(),
  'delete /api/tickets/{id}': eachTicket(),
  'delete /api/me/slack': once,
  'delete /api/me/discord': once,
  'post /api/auth/login/code': enteringCode,
  'delete /api/users/{id}/second-factor': eachPerson,
  'delete /api/users/{id}/slack': eachPerson,
  'delete /api/users/{id}/discord': eachPerson,
  'put /api/users/{id}/duty-schedule': eachPerson,
  'post /api/users/{id}/merge': ({ known }) => [{ path: { id: known.mia.user._id } }],
  'delete /api/auth/api-keys/{id}': apiKeys,
  'delete /api/auth/sessions/{id}': sessions,
  'post /api/auth/logout': once,
  'post /api/auth/logout-all': once,
  'post /api/auth/redeem': async ({ desk, known }) => [
    { body: { token: await desk.links.create('reset', { user: known.max.user._id }), password } },
  ],
}
