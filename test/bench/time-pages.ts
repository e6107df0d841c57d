import { connectDatabase } from '../../core/open-database.ts'
import { countFound } from '../../core/search/count-found.ts'
import { type ListRequest, listTickets } from '../../core/search/list-tickets.ts'
import type { Actor } from '../../core/users/user.ts'
import { listDesk } from '../support/list-desk.ts'
import { fileMany, personNumber } from '../support/many-tickets.ts'
import { later, root } from '../support/ticket-fixture.ts'
import { answerParent, inputOfParent } from './processes.ts'
import { median } from './statistics.ts'

type Size = { databaseUri: string; tickets: number }
export type PagesInput = { few: Size; many: Size }
/** Medians; `ratio` is the median of the rounds' own ratios. */
export type PagesAnswer = { what: string; fewMs: number; manyMs: number; ratio: number }[]

const rounds = 25
const limit = 50

type Desk = Awaited<ReturnType<typeof deskOf>>
type Page = (desk: Desk) => Promise<unknown>

async function deskOf({ databaseUri, tickets }: Size) {
  const database = await connectDatabase(databaseUri)
  await fileMany(database, tickets)
  return {
    count: tickets,
    ...listDesk(database),
    close: database.close,
  }
}

const list =
  (actor: Actor, request: Partial<ListRequest> | ((desk: Desk) => Partial<ListRequest>)): Page =>
  async (desk) => {
    const wanted = typeof request === 'function' ? request(desk) : request
    const { tickets } = await listTickets(desk, actor, { limit, ...wanted })
    if (tickets.length < (rare.has(wanted.q) ? 20 : limit)) throw new Error('A page that is not full.')
  }

const rare = new Set<string | undefined>(['zeppelin', 'zepelin'])

/** The tickets are a minute apart: after so many pages the next one begins there. */
const afterPages =
  (pages: number) =>
  ({ count }: Desk) => ({ after: { createdAt: later((count - pages * limit) * 60), id: 'f'.repeat(24) } })

const requester = personNumber('requester', 3)
const moderator = personNumber('moderator', 3)

const pages: [string, Page][] = [
  ['the plain list, as an admin', list(root, {})],
  ['its tenth page', list(root, afterPages(9))],
  ['as a moderator', list(moderator, {})],
  ['as a user', list(requester, {})],
  ['status open', list(root, { status: ['open'] })],
  ['status closed', list(root, { status: ['closed'] })],
  ['priority', list(root, { priority: ['urgent'] })],
  ['category', list(root, { category: 'Hardware' })],
  ['skill', list(root, { skill: 'Skill 3' })],
  ['tag', list(root, { tag: 'tag 3' })],
  ['assignee', list(root, { assignee: moderator._id })],
  ['requester', list(root, { requester: requester._id })],
  ['source', list(root, { source: ['web'] })],
  ['dates', list(root, ({ count }) => ({ from: later((count - 600) * 60), to: later((count - 400) * 60) }))],
  ['status and category', list(root, { status: ['closed'], category: 'Hardware' })],
  ['sorted by priority', list(root, { sort: 'priority' })],
  ['sorted by assignee', list(root, { sort: 'assignee' })],
  ['sorted by requester', list(root, { sort: 'requester' })],
  ['the oldest first', list(root, { sort: 'oldest' })],
  ['search for a rare word (20 tickets)', list(root, { q: 'zeppelin' })],
  ['search for a word in one of 20 tickets', list(root, { q: 'bluetooth' })],
  ['search for a common word (3 of 10 tickets)', list(root, { q: 'printer' })],
  ['search for a rare word with a typo', list(root, { q: 'zepelin' })],
  ['search for a common word with a typo', list(root, { q: 'pritner' })],
  ['search for a name and a word', list(root, { q: 'requester printer' })],
  ['counts of a search for a rare word', (desk) => countFound(desk, root, { q: 'zeppelin' })],
  ['counts of a search for a common word', (desk) => countFound(desk, root, { q: 'printer' })],
  ['search for a common word, as a user', list(requester, { q: 'login' })],
]

async function timed(page: Page, desk: Desk) {
  const startedAt = performance.now()
  await page(desk)
  return performance.now() - startedAt
}

async function compare(page: Page, few: Desk, many: Desk) {
  await Promise.all([page(few), page(many)])
  const times: { few: number; many: number }[] = []
  for (let round = 0; round < rounds; round++)
    times.push(
      round % 2
        ? { few: await timed(page, few), many: await timed(page, many) }
        : { many: await timed(page, many), few: await timed(page, few) },
    )
  return {
    fewMs: median(times.map((one) => one.few)),
    manyMs: median(times.map((one) => one.many)),
    ratio: median(times.map((one) => one.many / one.few)),
  }
}

const input = await inputOfParent<PagesInput>()
const [few, many] = [await deskOf(input.few), await deskOf(input.many)]
const answer: PagesAnswer = []
for (const [what, page] of pages) answer.push({ what, ...(await compare(page, few, many)) })
await Promise.all([few.close(), many.close()])
answerParent(answer)
