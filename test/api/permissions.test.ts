import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import type { Mailbox } from '../../api/routes/mailbox.ts'
import { newId } from '../../core/ids.ts'
import { createMetrics } from '../../core/metrics/metrics.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import { startSession } from '../../core/users/sign-in/start-session.ts'
import { personOf, type Role } from '../../core/users/user.ts'
import { listen } from '../../start/listen.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { commentOf, newTicketOf } from '../support/ticket-fixture.ts'

/*
 * The rules, said once more and independently of core/tickets/permissions.ts:
 * - A user sees the tickets they filed. A moderator also sees what is assigned to them and whatever nobody has
 *   claimed. An admin sees all. What one does not see is 404, whatever one asks of it.
 * - Words are changed by who filed it, by the moderator who has it, by admins. Classification, by the moderator who has
 *   it, by any moderator while it is unclaimed, by admins.
 * - Claiming is for moderators and admins. Who is too late is told so (409), though they no longer see the ticket.
 * - Releasing is for the moderator who has it and for admins; nobody's ticket can't be released (409).
 * - Having it wait is for the moderator who has it and for admins, once claimed. Assigning is for them, too.
 * - Secrets are taken out by who filed it and by all staff who see it.
 * - Reopening and closing are for who filed it, the moderator who has it, admins.
 * - Resolving is for who filed it, the moderator who has it, any moderator while it is unclaimed, admins.
 * - Watching is for moderators and admins; having others watch, for the moderator who has it and for admins. Anybody
 *   stops watching.
 * - Marking as a duplicate and undoing that are for the moderator who has it, any moderator while it is unclaimed, admins.
 * - What was said is changed by who said it, deleted by them and by admins.
 * - Canned replies are for moderators and admins. What triage has learned is for admins.
 * - Shifts are changed by moderators and admins for themselves, by admins for all staff.
 * - Who sees it comments on it. Internal notes are for moderators and admins. Deleting is for admins.
 */
type Caller = 'anonymous' | Role
type Relation = {
  name: string
  requester: boolean
  /** assigned to the caller, or to nobody, or to somebody else */
  assignee: 'caller' | 'nobody' | 'another'
  claimed: boolean
}

const callers: Caller[] = ['anonymous', 'user', 'moderator', 'admin']
const relations: Relation[] = [
  { name: 'a stranger’s, unclaimed', requester: false, assignee: 'nobody', claimed: false },
  { name: 'a stranger’s, assigned to another', requester: false, assignee: 'another', claimed: false },
  { name: 'a stranger’s, claimed by another', requester: false, assignee: 'another', claimed: true },
  { name: 'a stranger’s, assigned to them', requester: false, assignee: 'caller', claimed: false },
  { name: 'a stranger’s, claimed by them', requester: false, assignee: 'caller', claimed: true },
  { name: 'their own, unclaimed', requester: true, assignee: 'nobody', claimed: false },
  { name: 'their own, assigned to another', requester: true, assignee: 'another', claimed: false },
  { name: 'their own, claimed by another', requester: true, assignee: 'another', claimed: true },
  { name: 'their own, claimed by them', requester: true, assignee: 'caller', claimed: true },
]

/** Who is nobody has filed and claimed nothing. */
const relationsOf = (caller: Caller) =>
  relations.filter(
    ({ requester, assignee }) => caller !== 'anonymous' || !(requester || assignee === 'caller'),
  )

const isStaff = (caller: Caller) => caller === 'moderator' || caller === 'admin'
const sees = (caller: Caller, { requester, assignee, claimed }: Relation) =>
  caller === 'admin' || requester || assignee === 'caller' || (caller === 'moderator' && !claimed)
const hasIt = (caller: Caller, { assignee }: Relation) => caller === 'moderator' && assignee === 'caller'
const unclaimedAsStaff = (caller: Caller, { claimed }: Relation) => isStaff(caller) && !claimed

type TicketRoute = {
  method: string
  /** as it is registered */
  route: string
  /** what its other parameters are, e.g. `:user` */
  params?: Record<string, string>
  what: string
  body?: object
  good: number
  may: (caller: Caller, relation: Relation) => boolean
  /** allowed, but the ticket is not in a state for it */
  conflicts?: (relation: Relation) => boolean
  /** who loses the race for a claim is told so */
  tellsTheLate?: true
  changes: boolean
}

const ticketRoutes: TicketRoute[] = [
  { method: 'GET', route: '/:id', what: 'read it', good: 200, may: () => true, changes: false },
  {
    method: 'PUT',
    route: '/:id',
    what: 'change its words',
    body: { version: 1, title: 'Another title' },
    good: 200,
    may: (caller, relation) => caller === 'admin' || relation.requester || hasIt(caller, relation),
    changes: true,
  },
  {
    method: 'PUT',
    route: '/:id',
    what: 'classify it',
    body: { version: 1, priority: 'urgent' },
    good: 200,
    may: (caller, relation) =>
      caller === 'admin' || hasIt(caller, relation) || unclaimedAsStaff(caller, relation),
    changes: true,
  },
  {
    method: 'DELETE',
    route: '/:id',
    what: 'delete it',
    good: 204,
    may: (caller) => caller === 'admin',
    changes: true,
  },
  {
    method: 'POST',
    route: '/:id/claim',
    what: 'claim it',
    good: 200,
    may: isStaff,
    conflicts: ({ claimed }) => claimed,
    tellsTheLate: true,
    changes: true,
  },
  {
    method: 'POST',
    route: '/:id/release',
    what: 'release it',
    good: 200,
    may: (caller, relation) => caller === 'admin' || hasIt(caller, relation),
    conflicts: ({ assignee }) => assignee === 'nobody',
    changes: true,
  },
  {
    method: 'POST',
    route: '/:id/resolve',
    what: 'resolve it',
    body: { resolution: 'Put it out.' },
    good: 200,
    may: (caller, relation) =>
      caller === 'admin' ||
      relation.requester ||
      hasIt(caller, relation) ||
      unclaimedAsStaff(caller, relation),
    changes: true,
  },
  {
    method: 'POST',
    route: '/:id/wait',
    what: 'have it wait',
    good: 200,
    may: (caller, relation) => caller === 'admin' || hasIt(caller, relation),
    conflicts: ({ claimed }) => !claimed,
    changes: true,
  },
  // none of these tickets holds a secret: nothing changes
  {
    method: 'POST',
    route: '/:id/redact',
    what: 'take secrets out of it',
    good: 200,
    may: (caller, relation) => relation.requester || isStaff(caller),
    changes: false,
  },
  // none of these tickets is resolved: who may reopen or close them is told so
  ...['reopen', 'close'].map((step) => ({
    method: 'POST',
    route: `/:id/${step}`,
    what: `${step} it`,
    good: 409,
    may: (caller: Caller, relation: Relation) =>
      caller === 'admin' || relation.requester || hasIt(caller, relation),
    changes: false,
  })),
  {
    method: 'POST',
    route: '/:id/join',
    what: 'mark it as a duplicate of one that is not there',
    body: { of: 999_999 },
    good: 400,
    may: (_caller, { requester }) => requester,
    changes: false,
  },
  {
    method: 'POST',
    route: '/:id/rate',
    what: 'rate it before it is resolved',
    body: { score: 5 },
    good: 409,
    may: (_caller, { requester, assignee }) => requester && assignee !== 'caller',
    changes: false,
  },
  {
    method: 'GET',
    route: '/:id/assignees',
    what: 'see whom it could be given to',
    good: 200,
    may: (caller, relation) => caller === 'admin' || hasIt(caller, relation),
    changes: false,
  },
  {
    method: 'GET',
    route: '/:id/similar',
    what: 'see similar tickets',
    good: 200,
    may: () => true,
    changes: false,
  },
  {
    method: 'POST',
    route: '/:id/assign',
    what: 'give it to nobody who exists',
    body: { assignee: '0'.repeat(24) },
    good: 400,
    may: (caller, relation) => caller === 'admin' || hasIt(caller, relation),
    changes: false,
  },
  {
    method: 'GET',
    route: '/:id/comments',
    what: 'read what was said',
    good: 200,
    may: () => true,
    changes: false,
  },
  {
    method: 'POST',
    route: '/:id/comments',
    what: 'comment on it',
    body: { body: 'Hello?' },
    good: 201,
    may: () => true,
    changes: true,
  },
  {
    method: 'POST',
    route: '/:id/comments',
    what: 'write an internal note',
    body: { body: 'Psst.', visibility: 'internal' },
    good: 201,
    may: isStaff,
    changes: true,
  },
  {
    method: 'GET',
    route: '/:id/mentionable',
    what: 'see whom they can mention',
    good: 200,
    may: () => true,
    changes: false,
  },
  ...(['PUT', 'DELETE'] as const).map((method) => ({
    method,
    route: '/:id/comments/:comment',
    params: { ':comment': '0'.repeat(24) },
    what: `${method === 'PUT' ? 'change' : 'delete'} what nobody said`,
    ...(method === 'PUT' ? { body: { version: 1, body: 'Hm.' } } : {}),
    good: 404,
    may: () => true,
    changes: false,
  })),
  {
    method: 'GET',
    route: '/:id/canned-replies/:reply',
    params: { ':reply': '0'.repeat(24) },
    what: 'fill in a canned reply that is not there',
    good: 404,
    may: isStaff,
    changes: false,
  },
  // of no ticket that exists; nor is it a duplicate
  ...(['POST', 'DELETE'] as const).map((method) => ({
    method,
    route: '/:id/duplicate',
    what: method === 'POST' ? 'mark it as a duplicate' : 'undo that',
    ...(method === 'POST' ? { body: { of: '0'.repeat(24) } } : {}),
    good: method === 'POST' ? 400 : 409,
    may: (caller: Caller, relation: Relation) =>
      caller === 'admin' || hasIt(caller, relation) || unclaimedAsStaff(caller, relation),
    changes: false,
  })),
  {
    method: 'PUT',
    route: '/:id/read',
    what: 'note that they have read it',
    good: 204,
    may: () => true,
    changes: false,
  },
  {
    method: 'PUT',
    route: '/:id/watchers/:user',
    params: { ':user': 'me' },
    what: 'watch it',
    good: 200,
    may: isStaff,
    changes: true,
  },
  {
    method: 'PUT',
    route: '/:id/watchers/:user',
    params: { ':user': '0'.repeat(24) },
    what: 'have nobody who exists watch it',
    good: 404,
    may: (caller, relation) => caller === 'admin' || hasIt(caller, relation),
    changes: false,
  },
  {
    method: 'DELETE',
    route: '/:id/watchers/:user',
    params: { ':user': 'me' },
    what: 'stop watching what they do not watch',
    good: 204,
    may: () => true,
    changes: false,
  },
  {
    method: 'DELETE',
    route: '/:id/watchers/:user',
    params: { ':user': '0'.repeat(24) },
    what: 'have another stop watching',
    good: 204,
    may: (caller, relation) => caller === 'admin' || hasIt(caller, relation),
    changes: false,
  },
]

const pathOf = ({ route, params = {} }: TicketRoute, id: string) =>
  Object.entries(params).reduce(
    (path, [name, value]) => path.replace(name, value),
    `/api/tickets${route.replace(':id', id)}`,
  )

function expectedStatus(caller: Caller, route: TicketRoute, relation: Relation): number {
  if (caller === 'anonymous') return 401
  const late = route.tellsTheLate && isStaff(caller) && relation.claimed
  if (!sees(caller, relation) && !late) return 404
  if (!route.may(caller, relation)) return 403
  return route.conflicts?.(relation) ? 409 : route.good
}

/** Routes that are about no ticket of a certain relation. */
type OtherRoute = {
  method: string
  route: string
  id?: string
  body?: object
  expected: Record<Caller, number>
  exists?: false
  /** its answer goes on: only how it begins is looked at */
  endless?: true
}
const all = (status: number) => ({ anonymous: status, user: status, moderator: status, admin: status })
const signedIn = (status: number) => ({ ...all(status), anonymous: 401 })
const staffOnly = (status: number) => ({ ...all(status), anonymous: 401, user: 403 })
const adminsOnly = (status: number) => ({ ...all(403), anonymous: 401, admin: status })
const answer = { text: 'Put out.' }
const filed = { title: 'Printer on fire', description: 'Flames.' }
const nobody = newId()

const otherRoutes: OtherRoute[] = [
  { method: 'GET', route: '/metrics', expected: all(200) },
  { method: 'GET', route: '/api/health', expected: all(200) },
  { method: 'GET', route: '/api/health/live', expected: all(200) },
  { method: 'GET', route: '/api/health/ready', expected: all(200) },
  { method: 'POST', route: '/api/auth/signup', body: { email: 'no address' }, expected: all(400) },
  { method: 'POST', route: '/api/auth/login', body: { email: 'a@example.com' }, expected: all(400) },
  { method: 'GET', route: '/api/auth/providers', expected: all(200) },
  { method: 'GET', route: '/api/auth/openid/:provider', expected: all(404) },
  { method: 'GET', route: '/api/auth/openid/:provider/callback', expected: all(404) },
  { method: 'POST', route: '/api/auth/sign-in-link', body: { email: 'no address' }, expected: all(400) },
  { method: 'POST', route: '/api/auth/link', body: { token: 'guess' }, expected: all(400) },
  { method: 'POST', route: '/api/auth/redeem', body: { token: 'guess' }, expected: all(400) },
  {
    method: 'POST',
    route: '/api/auth/login/code',
    body: { token: 'guess', code: '123456' },
    expected: all(401),
  },
  { method: 'GET', route: '/api/auth/second-factor', expected: signedIn(200) },
  { method: 'POST', route: '/api/auth/second-factor/set-up', body: {}, expected: signedIn(200) },
  {
    method: 'POST',
    route: '/api/auth/second-factor',
    body: { setUp: 'guess', code: '123456' },
    expected: signedIn(400),
  },
  ...['recovery-codes', 'off'].map((what) => ({
    method: 'POST',
    route: `/api/auth/second-factor/${what}`,
    body: { code: '123456' },
    expected: signedIn(409),
  })),
  { method: 'DELETE', route: '/api/users/:id/second-factor', id: nobody, expected: adminsOnly(404) },
  { method: 'POST', route: '/api/auth/logout', expected: signedIn(204) },
  { method: 'POST', route: '/api/auth/reset', body: { email: 'no address' }, expected: all(400) },
  { method: 'POST', route: '/api/auth/password', body: { current: 'x' }, expected: signedIn(400) },
  { method: 'GET', route: '/api/auth/sessions', expected: signedIn(200) },
  { method: 'DELETE', route: '/api/auth/sessions/:id', id: nobody, expected: signedIn(404) },
  // done for real it would end the session that the other tests here go on with
  { method: 'POST', route: '/api/auth/logout-all', body: { keepCurrent: 'no' }, expected: signedIn(400) },
  { method: 'GET', route: '/api/auth/me', expected: signedIn(200) },
  { method: 'POST', route: '/api/auth/discord-code', expected: signedIn(200) },
  { method: 'POST', route: '/api/auth/slack-code', expected: signedIn(200) },
  ...['slack', 'discord'].flatMap((kind) => [
    { method: 'DELETE', route: `/api/me/${kind}`, expected: signedIn(204) },
    { method: 'DELETE', route: `/api/users/:id/${kind}`, id: nobody, expected: adminsOnly(404) },
  ]),
  {
    method: 'PUT',
    route: '/api/users/:id/duty-schedule',
    id: nobody,
    body: { schedule: null },
    expected: adminsOnly(404),
  },
  {
    method: 'POST',
    route: '/api/users/:id/merge',
    id: nobody,
    body: { into: nobody },
    expected: adminsOnly(404),
  },
  { method: 'POST', route: '/api/auth/profile', body: { name: ' ' }, expected: signedIn(400) },
  { method: 'POST', route: '/api/auth/duty', body: { onDuty: true }, expected: staffOnly(200) },
  {
    method: 'POST',
    route: '/api/auth/invite',
    body: { email: 'ines@example.com', name: 'Ines', role: 'admin' },
    expected: adminsOnly(201),
  },
  { method: 'GET', route: '/api/auth/api-keys', expected: signedIn(200) },
  {
    method: 'POST',
    route: '/api/auth/api-keys',
    body: { name: 'Reader', scopes: ['tickets:read'] },
    expected: signedIn(201),
  },
  {
    method: 'POST',
    route: '/api/auth/api-keys',
    body: { name: 'Caretaker', scopes: ['admin'] },
    expected: adminsOnly(201),
  },
  { method: 'DELETE', route: '/api/auth/api-keys/:id', id: nobody, expected: signedIn(404) },
  { method: 'GET', route: '/api/auth/users', expected: adminsOnly(200) },
  {
    method: 'POST',
    route: '/api/auth/update-user',
    body: { id: nobody, role: 'admin' },
    expected: adminsOnly(404),
  },
  { method: 'GET', route: '/api/me/notifications', expected: signedIn(200) },
  { method: 'PUT', route: '/api/me/notifications', body: { fallback: false }, expected: signedIn(200) },
  { method: 'GET', route: '/unsubscribe/:token', expected: all(404) },
  { method: 'POST', route: '/unsubscribe/:token', expected: all(404) },
  { method: 'GET', route: '/api/deliveries', expected: adminsOnly(200) },
  { method: 'POST', route: '/api/deliveries/:id/resend', id: nobody, expected: adminsOnly(404) },
  { method: 'GET', route: '/api/audit', expected: adminsOnly(200) },
  { method: 'GET', route: '/api/catalog', expected: signedIn(200) },
  ...['skills', 'categories'].flatMap((list) => [
    {
      method: 'POST',
      route: `/api/catalog/${list}`,
      body: { name: 'COBOL' },
      expected: adminsOnly(201),
    },
    {
      method: 'PUT',
      route: `/api/catalog/${list}/:id`,
      id: nobody,
      body: { name: 'ALGOL' },
      expected: adminsOnly(404),
    },
    {
      method: 'POST',
      route: `/api/catalog/${list}/:id/merge`,
      id: nobody,
      body: { into: nobody },
      expected: adminsOnly(404),
    },
  ]),
  {
    method: 'PUT',
    route: '/api/catalog/categories/:id/form',
    id: nobody,
    body: { version: 0, fields: [] },
    expected: adminsOnly(404),
  },
  { method: 'GET', route: '/api/triage', expected: adminsOnly(200) },
  { method: 'POST', route: '/api/triage/training', expected: adminsOnly(202) },
  { method: 'POST', route: '/api/triage/rules/use', expected: adminsOnly(204) },
  { method: 'POST', route: '/api/triage/models/:id/use', id: nobody, expected: adminsOnly(404) },
  { method: 'GET', route: '/api/canned-replies', expected: staffOnly(200) },
  {
    method: 'POST',
    route: '/api/canned-replies',
    /** No two have the same name. */
    get body() {
      return { name: newId(), text: 'Restart it, {{first_name}}.' }
    },
    expected: staffOnly(201),
  },
  {
    method: 'PUT',
    route: '/api/canned-replies/:id',
    id: nobody,
    body: { version: 1, text: 'Wait.' },
    expected: staffOnly(404),
  },
  { method: 'DELETE', route: '/api/canned-replies/:id', id: nobody, expected: staffOnly(404) },
  { method: 'GET', route: '/api/tickets', expected: signedIn(200) },
  { method: 'GET', route: '/api/ticket-counts', expected: signedIn(200) },
  { method: 'GET', route: '/api/ticket-people', expected: staffOnly(200) },
  { method: 'GET', route: '/api/look-alikes', expected: signedIn(400) },
  { method: 'POST', route: '/api/tickets', body: filed, expected: signedIn(201) },
  { method: 'GET', route: '/api/tickets/:id', id: nobody, expected: signedIn(404) },
  { method: 'PATCH', route: '/api/tickets/:id', id: nobody, expected: all(405), exists: false },
  { method: 'POST', route: '/api/files', body: { any: 'bytes' }, expected: signedIn(201) },
  { method: 'GET', route: '/api/files/:id', id: nobody, expected: signedIn(404) },
  { method: 'DELETE', route: '/api/files/:id', id: nobody, expected: signedIn(404) },
  { method: 'GET', route: '/files/:token', expected: all(404) },
  { method: 'GET', route: '/api/stream', expected: signedIn(200), endless: true },
  { method: 'GET', route: '/api/mailbox', expected: adminsOnly(200) },
  { method: 'GET', route: '/api/mailbox/:id', id: 'there', expected: adminsOnly(200) },
  { method: 'GET', route: '/api/mailbox/:id', id: 'gone', expected: adminsOnly(404) },
  { method: 'GET', route: '/api/mailbox/:id/page', id: 'there', expected: adminsOnly(200) },
  { method: 'GET', route: '/api/mailbox/:id/page', id: 'gone', expected: adminsOnly(404) },
  { method: 'POST', route: '/api/mailbox/:id/reply', id: 'there', body: answer, expected: adminsOnly(200) },
  { method: 'POST', route: '/api/mailbox/:id/reply', id: 'gone', body: answer, expected: adminsOnly(404) },
  // A session or an API key is no secret of the webhook.
  { method: 'POST', route: '/api/inbound-mail', body: answer, expected: all(401) },
  ...['', '/start.js', '/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png'].map((file) => ({
    method: 'GET',
    route: `/api/docs${file}`,
    expected: all(200),
  })),
  { method: 'GET', route: '/api/openapi.json', expected: all(200) },
  { method: 'GET', route: '/api/nothing', expected: all(404), exists: false },
]

const letter = {
  id: 'there',
  from: 'desk@example.com',
  to: ['ann@example.com'],
  subject: 'Hi',
  date: new Date(),
}
const mailbox: Mailbox = {
  list: async () => [letter],
  read: async (id) => (id === 'there' ? { ...letter, text: 'Hi', html: '<p>Hi</p>' } : undefined),
  reply: async (id) => (id === 'there' ? Buffer.from('Subject: Hi') : undefined),
}
const inboundMail = {
  receive: async () => 'ignored' as const,
  secret: 'a secret of the webhook',
  maxBytes: 1_000,
}

const metrics = {
  metrics: createMetrics({
    backlog: async () => ({ documents: 0, oldestSeconds: 0 }),
    listeners: () => 0,
    ratings: async () => [],
  }),
  token: undefined,
}

let at: DeskInProcess
let http: Awaited<ReturnType<typeof listen>>
let app: ReturnType<typeof createApi>
let known: Record<Role, Known>
let another: Known

beforeAll(async () => {
  at = await deskInProcess()
  const health = async () => ({
    status: 'ok' as const,
    services: {} as never,
    pending: { documents: 0, oldestSeconds: 0 },
  })
  app = createApi({
    desk: at.desk,
    health,
    mailbox,
    inboundMail,
    metrics,
    trustProxy: 0,
    secureCookies: false,
  })
  http = await listen(0)
  http.serve(app)
  known = {
    user: await at.somebody('user'),
    moderator: await at.somebody('moderator'),
    admin: await at.somebody('admin'),
  }
  another = await at.somebody('moderator')
})
afterAll(async () => {
  http.server.closeAllConnections()
  http.server.close()
  await at.close()
})

const apiOf = (caller: Caller) =>
  apiClient(`http://127.0.0.1:${http.port}`, caller === 'anonymous' ? undefined : known[caller].token)

/** On a session of its own, which the request may end. */
async function freshApiOf(caller: Caller) {
  if (caller === 'anonymous') return apiOf(caller)
  return apiOf(caller).as((await startSession(at.desk, known[caller].user)).token)
}

/** A ticket that stands in this relation to the caller, with one public comment and one internal note. */
async function ticketFor(caller: Caller, { requester, assignee, claimed }: Relation): Promise<Ticket> {
  const person = caller === 'anonymous' ? null : personOf(known[caller].user)
  const them = personOf(another.user)
  const { ticket } = await at.desk.tickets.insert(
    newTicketOf({
      _id: newId(),
      number: await at.desk.nextNumber(),
      requester: requester && person ? person : them,
      assignee: assignee === 'nobody' ? null : assignee === 'caller' && person ? person : them,
      status: claimed ? 'in_progress' : 'open',
    }),
  )
  for (const visibility of ['public', 'internal'] as const)
    await at.desk.comments.insert(
      commentOf({ _id: newId(), ticket: ticket._id, visibility, body: visibility }),
    )
  return ticket
}

for (const caller of callers)
  describe(caller, () => {
    for (const relation of relationsOf(caller))
      for (const route of ticketRoutes) {
        const status = expectedStatus(caller, route, relation)
        const { method, what, body } = route
        test(`asks to ${what} (${method} ${route.route}), ${relation.name}: ${status}`, async () => {
          const ticket = await ticketFor(caller, relation)
          expect(await apiOf(caller).call(method, pathOf(route, ticket._id), body)).toMatchObject({ status })
          const after = await at.desk.tickets.find(ticket._id)
          expect(after?.version, 'the version afterwards').toBe(status < 300 && route.changes ? 2 : 1)
        })
      }

    for (const { method, route, id = '', body, expected, endless } of otherRoutes) {
      const status = expected[caller]
      test(`asks for ${method} ${route}${id === '' || id === nobody ? '' : ` (${id})`}: ${status}`, async () => {
        const api = await freshApiOf(caller)
        const path = route.replace(':id', id)
        const asked = await (endless ? api.begin(path) : api.call(method, path, body))
        expect(asked).toMatchObject({ status })
      })
    }

    if (caller !== 'anonymous')
      test('lists exactly the tickets that they may read, and shows only the comments meant for them', async () => {
        await at.database.tickets.deleteMany({})
        const readable: string[] = []
        for (const relation of relations) {
          const ticket = await ticketFor(caller, relation)
          if (sees(caller, relation)) readable.push(ticket._id)
        }
        const { tickets } = (await apiOf(caller).get<{ tickets: { id: string }[] }>('/api/tickets?limit=100'))
          .body
        expect(tickets.map(({ id }) => id).toSorted()).toEqual(readable.toSorted())
        for (const id of readable) {
          const path = `/api/tickets/${id}/comments`
          const { comments } = (await apiOf(caller).get<{ comments: { body: string }[] }>(path)).body
          const bodies = comments.map(({ body }) => body).toSorted()
          expect(bodies).toEqual(isStaff(caller) ? ['internal', 'public'] : ['public'])
        }
      })
  })

test('what one may not see is answered in the same words as what does not exist', async () => {
  const hidden: Relation = { name: '', requester: false, assignee: 'another', claimed: true }
  const ticket = await ticketFor('user', hidden)
  for (const route of ticketRoutes) {
    const { method, body } = route
    const [there, gone] = [
      await apiOf('user').call(method, pathOf(route, ticket._id), body),
      await apiOf('user').call(method, pathOf(route, nobody), body),
    ]
    expect(there.body).toEqual(gone.body)
  }
})

test('every route of the API is in these tables', () => {
  type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle: { stack?: Layer[] } }
  const registeredIn = (stack: Layer[]): string[] =>
    stack.flatMap(({ route, handle }) =>
      route
        ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`)
        : registeredIn(handle.stack ?? []),
    )
  const tested = new Set([
    ...ticketRoutes.map(({ method, route }) => `${method} /api/tickets${route}`),
    ...otherRoutes.filter(({ exists }) => exists !== false).map(({ method, route }) => `${method} ${route}`),
  ])
  const registered = registeredIn((app.router as unknown as { stack: Layer[] }).stack)
  expect(registered.toSorted()).toEqual([...tested].toSorted())
})
