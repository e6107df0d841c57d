import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuditEntry } from '../../core/audit/audit-entry.ts'
import { outboxCollections } from '../../core/outbox/entry.ts'
import type { TicketText } from '../../core/search/text-model.ts'
import type { Comment } from '../../core/tickets/comments/comment.ts'
import type { CommentView } from '../../core/tickets/comments/comment-view.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import type { Session } from '../../core/users/sign-in/session-model.ts'
import type { User } from '../../core/users/user.ts'
import { createWorld, type World } from '../support/story-world.ts'

type Goer = { id: string; ticket: string }
type Mark = 'marked' | 'undone' | 'unanswered'

const rounds = 8
const marksEach = 4

let world: World
beforeAll(async () => {
  world = await createWorld({ withGemini: false })
  await world.connected()
})
afterAll(() => world?.close())

const documents = <T extends { _id: string }>(name: string) => world.database.collection<T>(name)

async function file(title: string, token?: string) {
  const { body } = await world
    .api(token)
    .post<{ ticket: TicketView }>('/api/tickets', { title, description: 'The printer is broken.' })
  return body.ticket
}

async function say(ticket: string) {
  const { body } = await world
    .api()
    .post<{ comment: CommentView }>(`/api/tickets/${ticket}/comments`, { body: 'Before.' })
  return body.comment
}

/** Somebody with a ticket, who is to become one with another. */
async function somebody(name: string): Promise<Goer> {
  const { id, token } = await world.signUp(`${name}@example.com`, name)
  return { id, ticket: (await file(`Filed by ${name}`, token)).id }
}

const isDone = (status: number) => status >= 200 && status < 300

/** Asks all of it at once, and kills the desk while it is at work. @returns of each whether it was answered as done */
async function askAndKill(asked: (() => Promise<{ status: number }>)[], afterMs: number): Promise<boolean[]> {
  const answers = asked.map((ask) =>
    ask().then(
      ({ status }) => isDone(status),
      () => false,
    ),
  )
  await new Promise((done) => setTimeout(done, afterMs))
  await world.desk().kill()
  const done = await Promise.all(answers)
  await world.restart()
  return done
}

/** What is still pending anywhere, and when it is looked at again. */
const owing = async () => {
  const fields = { outbox: 1, nextAttemptAt: 1, attempts: 1, leases: 1 }
  const found = outboxCollections.map((name) =>
    documents(name)
      .find({ nextAttemptAt: { $exists: true } }, { projection: fields })
      .toArray(),
  )
  return (await Promise.all(found)).flat()
}

async function settled() {
  await expect.poll(owing, { timeout: 240_000, interval: 500 }).toEqual([])
  expect((await world.health()).pending.documents).toBe(0)
}

type Tickets = Ticket[]

/** Each original has noted its duplicates, and no others; and no duplicate is the original of another. */
function expectBothSidesToAgree(tickets: Tickets) {
  const marked = tickets.flatMap(({ number, duplicateOf }) =>
    duplicateOf ? [`#${number} of #${duplicateOf.number}`] : [],
  )
  const noted = tickets.flatMap((ticket) => notedBy(ticket).map((note) => `${note} of #${ticket.number}`))
  expect(marked.toSorted()).toEqual(noted.toSorted())
  const duplicates = new Set(tickets.filter(({ duplicateOf }) => duplicateOf).map(({ _id }) => _id))
  expect(tickets.filter(({ duplicateOf }) => duplicateOf && duplicates.has(duplicateOf.id))).toEqual([])
}

function notedBy({ history }: Ticket) {
  const noted = new Set<string>()
  for (const { action, note = '' } of history) {
    if (action === 'got duplicate') noted.add(note)
    if (action === 'lost duplicate') noted.delete(note)
  }
  return [...noted]
}

function expectMarks(tickets: Tickets, marks: Map<string, Mark>) {
  for (const [id, mark] of marks) {
    const isMarked = Boolean(tickets.find(({ _id }) => _id === id)?.duplicateOf)
    if (mark !== 'unanswered') expect(isMarked, id).toBe(mark === 'marked')
  }
}

async function expectMerge(tickets: Tickets, goer: Goer, survivor: string, isAnswered: boolean) {
  const isGone = Boolean((await documents<User>('users').findOne({ _id: goer.id }))?.merged)
  if (isAnswered) expect(isGone).toBe(true)
  expect(tickets.find(({ _id }) => _id === goer.ticket)?.requester.id).toBe(isGone ? survivor : goer.id)
  expect(
    await documents<Session>('sessions').countDocuments({ user: goer.id, endedAt: { $exists: false } }),
  ).toBe(isGone ? 0 : 1)
}

/** The words are in the comment, with a trace, and in Discord; or neither. */
async function expectEdit(tickets: Tickets, id: string, isAnswered: boolean) {
  const comment = await documents<Comment>('comments').findOne({ _id: id })
  if (isAnswered) expect(comment?.body).toBe('After.')
  expect(comment?.edits?.length ?? 0).toBe(comment?.body === 'After.' ? 1 : 0)
  const title = tickets.find(({ _id }) => _id === comment?.ticket)?.title ?? ''
  expect(JSON.stringify(world.thread(title)?.messages)).toContain(comment?.body)
}

/** Its words are gone everywhere, and the audit log says so once; or it is as it was. */
async function expectDeletion(tickets: Tickets, id: string, isAnswered: boolean) {
  const isDeleted = tickets.find(({ _id }) => _id === id)?.deleted ?? false
  if (isAnswered) expect(isDeleted, id).toBe(true)
  expect(await documents<Comment>('comments').countDocuments({ ticket: id })).toBe(isDeleted ? 0 : 1)
  expect(await documents<AuditEntry>('audit').countDocuments({ 'about.id': id })).toBe(isDeleted ? 1 : 0)
  const texts = await documents<TicketText>('searchTexts').countDocuments({ _id: `${id}:everybody` })
  expect(texts).toBe(isDeleted ? 0 : 1)
}

/** The audit log knows of the role if it was given. */
async function expectRole(id: string, isAnswered: boolean) {
  const isModerator = (await documents<User>('users').findOne({ _id: id }))?.role === 'moderator'
  if (isAnswered) expect(isModerator, id).toBe(true)
  const about = { 'about.id': id, action: 'account-changed' as const }
  expect(await documents<AuditEntry>('audit').countDocuments(about)).toBe(isModerator ? 1 : 0)
}

test(`killed ${rounds} times while duplicates, merges, edits, deletions and roles are half done: all is done or not begun`, async () => {
  const survivor = await somebody('survivor')
  const goers = await Promise.all(Array.from({ length: rounds }, (_, round) => somebody(`goer-${round}`)))
  const risers = await Promise.all(
    goers.map(async (_, round) => (await world.signUp(`riser-${round}@example.com`, `Riser ${round}`)).id),
  )
  const marks = new Map<string, Mark>()
  const edits = new Map<string, boolean>()
  const merges = new Map<Goer, boolean>()
  const deletions = new Map<string, boolean>()
  const roles = new Map<string, boolean>()
  for (const [round, goer] of goers.entries()) {
    const original = await file(`Original ${round}`)
    const duplicates = await Promise.all(
      Array.from({ length: marksEach }, async (_, index) => (await file(`Duplicate ${round}.${index}`)).id),
    )
    const comment = await say(original.id)
    const doomed = (await file(`Doomed ${round}`)).id
    await say(doomed)
    const riser = risers[round] ?? ''
    const undone = [...marks].flatMap(([id, mark]) => (mark === 'marked' ? [id] : [])).slice(0, 2)
    const api = world.api()
    const [edit = false, merge = false, deletion = false, role = false, ...others] = await askAndKill(
      [
        () => api.put(`/api/tickets/${original.id}/comments/${comment.id}`, { version: 1, body: 'After.' }),
        () => api.post(`/api/users/${goer.id}/merge`, { into: survivor.id }),
        () => api.remove(`/api/tickets/${doomed}`),
        () => api.post('/api/auth/update-user', { id: riser, role: 'moderator' }),
        ...duplicates.map((id) => () => api.post(`/api/tickets/${id}/duplicate`, { of: original.id })),
        ...undone.map((id) => () => api.remove(`/api/tickets/${id}/duplicate`)),
      ],
      20 + round * 40,
    )
    edits.set(comment.id, edit)
    merges.set(goer, merge)
    deletions.set(doomed, deletion)
    roles.set(riser, role)
    for (const [index, id] of duplicates.entries()) marks.set(id, others[index] ? 'marked' : 'unanswered')
    for (const [index, id] of undone.entries())
      marks.set(id, others[marksEach + index] ? 'undone' : 'unanswered')
  }
  await settled()

  const tickets = await documents<Ticket>('tickets').find().toArray()
  expectBothSidesToAgree(tickets)
  expectMarks(tickets, marks)
  for (const [goer, isAnswered] of merges) await expectMerge(tickets, goer, survivor.id, isAnswered)
  for (const [id, isAnswered] of edits) await expectEdit(tickets, id, isAnswered)
  for (const [id, isAnswered] of deletions) await expectDeletion(tickets, id, isAnswered)
  for (const [id, isAnswered] of roles) await expectRole(id, isAnswered)
  const answered = [marks, merges, edits, deletions, roles].flatMap((acts) => [...acts.values()])
  const before = answered.filter((one) => one !== 'unanswered' && one).length
  console.log(
    `${before} of ${answered.length} were answered before the kill, and hold; so do all others that were begun`,
  )
})
