import { createApi } from '../../../api/create-api.ts'
import { exampleUser } from '../../../api/examples/accounts.ts'
import type { Mailbox } from '../../../api/routes/mailbox.ts'
import { storeFile } from '../../../core/attachments/store-file.ts'
import type { FileOwner } from '../../../core/attachments/stored-file.ts'
import { takeFiles } from '../../../core/attachments/take-files.ts'
import { recordAuditEvent } from '../../../core/audit/record-audit-event.ts'
import { newId } from '../../../core/ids.ts'
import { createMetrics } from '../../../core/metrics/metrics.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { ApiKeyScope } from '../../../core/users/api-keys/api-key.ts'
import { createApiKey } from '../../../core/users/api-keys/own-api-keys.ts'
import { startSession } from '../../../core/users/sign-in/start-session.ts'
import { personOf, type User } from '../../../core/users/user.ts'
import { listen } from '../../../start/listen.ts'
import { deskInProcess, type Known } from '../../support/desk-in-process.ts'
import { streamOf } from '../../support/files.ts'
import { commentOf, newTicketOf } from '../../support/ticket-fixture.ts'
import { unreachableProvider } from '../../support/unreachable-provider.ts'

export const password = 'correct horse battery'
export const mailId = '177000000000000-0a1b2c3d'

const health = async () => ({
  status: 'ok' as const,
  services: {} as never,
  pending: { documents: 0, oldestSeconds: 0 },
})
const mail = { id: mailId, from: 'desk@localhost', to: ['x@localhost'], subject: 'mark.mailbox' }
const mailbox: Mailbox = {
  list: async () => [{ ...mail, date: new Date() }],
  read: async (id) =>
    id === mailId ? { ...mail, date: new Date(), text: 'mark.mailbox', html: 'mark.mailbox' } : undefined,
  reply: async () => Buffer.from('Subject: mark.mailbox'),
}
/** Without a webhook, whose answer tells nobody anything. */
const inboundMail = { receive: async () => 'ignored' as const, secret: undefined, maxBytes: 1_000 }

export type MarkedDesk = Awaited<ReturnType<typeof markedDesk>>

/**
 * A desk where whatever is somebody's says whose it is: `mark.<whose or which>.<what>`. Ann has a ticket that Mia works
 * on, Olga one that Mia works on and one that nobody has claimed. Max has claimed none, Root is an admin.
 */
export async function markedDesk() {
  const at = await deskInProcess({ cheapHashes: true })
  const known = await people(at)
  const { ann, olga, mia } = known
  const tickets = {
    ann: await ticket('ann', { requester: personOf(ann.user), ...claimedBy(mia) }),
    olga: await ticket('olga', { requester: personOf(olga.user), ...claimedBy(mia) }),
    queue: await ticket('queue', { requester: personOf(olga.user) }),
  }
  for (const [whose, { user }] of Object.entries(known)) await marksOf(whose, user)
  const { url, close } = await served()

  function claimedBy({ user }: Known): Partial<NewTicket> {
    const candidates = [{ id: user._id, name: user.name, matching: ['mark.candidates'], load: 3 }]
    return {
      status: 'in_progress',
      assignee: personOf(user),
      assignment: { by: 'triage', reason: 'knows Printers', candidates, at: at.desk.now() },
    }
  }

  async function ticket(whose: string, more: Partial<NewTicket>): Promise<Ticket> {
    const words = {
      title: `mark.${whose}.words`,
      description: `mark.${whose}.words`,
      tags: [`mark.${whose}.words`],
    }
    const notes = `mark.${whose}.note`
    const number = await at.desk.nextNumber()
    const id = newId()
    const files = await fileOn({ ticket: id }, words.title)
    const { ticket } = await at.desk.tickets.insert(
      newTicketOf({ _id: id, number, ...words, files, summary: words.title, notes, ...more }),
    )
    const author = ticket.requester
    for (const [visibility, body] of [
      ['public', `mark.${whose}.words`] as const,
      ['internal', notes] as const,
    ])
      await at.desk.comments.insert(await commentWith({ ticket: ticket._id, author, visibility, body }))
    return ticket
  }

  async function commentWith(more: Pick<Comment, 'ticket' | 'author' | 'visibility' | 'body'>) {
    const _id = newId()
    return commentOf({ _id, ...more, files: await fileOn({ ticket: more.ticket, comment: _id }, more.body) })
  }

  /** A file whose name and content are the mark. */
  async function fileOn(owner: FileOwner, mark: string) {
    const by = newId()
    const { _id } = await storeFile(at.desk, streamOf(mark), { name: mark, by })
    return takeFiles(at.desk, { files: [_id] }, { by, owner, ticketBytes: 0 })
  }

  /** A device, an API key, something sent, and a line in the audit log. */
  async function marksOf(whose: string, user: User) {
    const origin = { surface: 'web', address: `mark.${whose}.address`, agent: `mark.${whose}.agent` } as const
    await startSession(at.desk, user, origin.agent)
    await at.database.deliveries.create({
      ...{ _id: newId(), channel: 'mail', about: 'assigned', to: user._id, state: 'refused' },
      ...{ error: `mark.${whose}.delivery`, providerId: null, startedAt: at.desk.now(), finishedAt: null },
    })
    const key = { name: `mark.${whose}.key`, scopes: ['tickets:read' as const], expiresInDays: 90 }
    await createApiKey(at.desk, user, key, origin)
    await recordAuditEvent(at.desk, {
      actor: user,
      action: 'signed-in',
      about: null,
      origin,
      note: `mark.${whose}.note-on`,
    })
  }

  async function served() {
    const backlog = async () => ({ documents: 0, oldestSeconds: 0 })
    const measured = { backlog, listeners: () => 0, ratings: async () => [] }
    const metrics = { metrics: createMetrics(measured), token: undefined }
    const http = await listen(0)
    const url = `http://127.0.0.1:${http.port}`
    const parts = {
      desk: at.desk,
      health,
      mailbox,
      inboundMail,
      metrics,
      providers: [unreachableProvider(url)],
    }
    http.serve(createApi({ ...parts, trustProxy: 0, secureCookies: false }))
    const close = async () => {
      http.server.closeAllConnections()
      http.server.close()
      await at.close()
    }
    return { url, close }
  }

  return { ...at, url, close, known, tickets }
}

/** Max is the person of the description's examples, so that those are about somebody who is there. */
async function people({ desk, somebody }: Awaited<ReturnType<typeof deskInProcess>>) {
  const hash = await desk.passwords.hash(password)
  const marked = (name: string, more: Partial<User> = {}) => ({
    name,
    email: `mark.${name}.mail@example.com`,
    passwordHash: hash,
    slack: { team: 'T0', user: `mark.${name}.slack` },
    discord: `mark.${name}.discord`,
    pending: [{ id: newId(), name: `mark.${name}.pending`, at: desk.now() }],
    ...more,
  })
  return {
    ann: await somebody('user', marked('ann')),
    olga: await somebody('user', marked('olga')),
    max: await somebody('moderator', marked('max', { _id: exampleUser.id })),
    mia: await somebody('moderator', marked('mia')),
    root: await somebody('admin', marked('root')),
  }
}

/** What signs each request in: a session of its own, since some requests end the one that asks; a key for all. */
export async function signingIn(at: MarkedDesk, who: keyof MarkedDesk['known'] | null, scope?: ApiKeyScope) {
  if (!who) return async () => null
  const { user } = at.known[who]
  if (!scope) return async () => (await startSession(at.desk, user)).token
  const origin = { surface: 'web', address: null, agent: null } as const
  const asked = { name: `Of ${who}`, scopes: [scope], expiresInDays: 1 }
  const { secret } = await createApiKey(at.desk, user, asked, origin)
  return async () => secret
}
