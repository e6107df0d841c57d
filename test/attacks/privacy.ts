import { listenTo } from '../support/stream-reader.ts'
import { type Attack, mustHold } from './attack.ts'
import { fileTicket } from './file-ticket.ts'
import type { Person } from './target.ts'

const sorts = ['newest', 'priority', 'status', 'category', 'assignee', 'requester']

type Listed = { next: string | null; tickets: { id: string }[] }

/** Everything that the bytes of a cursor could say. */
const readings = (cursor: string) =>
  [
    cursor,
    ...cursor
      .split('.')
      .flatMap((part) =>
        ['base64url', 'hex'].map((code) => Buffer.from(part, code as 'hex').toString('latin1')),
      ),
  ].join('\n')

/** Who reads what is not theirs. */
export const privacy: Attack[] = [
  {
    item: 'A7',
    title: 'a cursor tells names and tags of what the caller may not see',
    run: async ({ somebody, admin }) => {
      const [stranger, moderator] = [await somebody('user'), await somebody('moderator')]
      for (const title of ['First ticket', 'Second ticket', 'Third ticket']) await fileTicket(stranger, title)
      const words = [stranger.email.split('@')[0] ?? '', admin.email.split('@')[0] ?? '', stranger.id]
      let seen = 0
      for (const caller of [moderator, admin])
        for (const sort of sorts) {
          const { body } = await caller.api.get<Listed>(`/api/tickets?limit=1&sort=${sort}`)
          if (!body.next) continue
          seen += 1
          const found = words.filter((word) => readings(body.next ?? '').includes(word))
          mustHold(found.length === 0, `sorted by ${sort} it holds ${found.join()}`)
        }
      mustHold(seen > 0, 'no list had a second page')
      return `${seen} cursors hold no name and no id of a person`
    },
  },
  {
    item: 'A7',
    title: 'a cursor that somebody made up is used',
    run: async ({ somebody, admin }) => {
      const stranger = await somebody('user')
      for (const title of ['First ticket', 'Second ticket']) await fileTicket(stranger, title)
      const made = Buffer.from(`${Date.now()}.${'f'.repeat(24)}.0secret`).toString('base64url')
      const { body } = await admin.api.get<Listed>('/api/tickets?limit=1&sort=requester')
      const next = body.next ?? ''
      const unchanged = await admin.api.get(`/api/tickets?limit=1&sort=requester&after=${next}`)
      mustHold(next !== '' && unchanged.status === 200, `an honest cursor is answered ${unchanged.status}`)
      const other = await somebody('admin')
      const theirs = await other.api.get(`/api/tickets?limit=1&sort=requester&after=${next}`)
      mustHold(theirs.status === 400, `somebody else's cursor is answered ${theirs.status}`)
      const elsewhere = await admin.api.get(`/api/tickets?limit=1&sort=newest&after=${next}`)
      mustHold(elsewhere.status === 400, `a cursor of another list is answered ${elsewhere.status}`)
      const changed = next.slice(0, -3) + (next.endsWith('AAA') ? 'BBB' : 'AAA')
      for (const cursor of [made, changed]) {
        const { status } = await admin.api.get(`/api/tickets?limit=1&sort=requester&after=${cursor}`)
        mustHold(
          status === 400,
          `${cursor === made ? 'a made-up' : 'a changed'} cursor is answered ${status}`,
        )
      }
      return 'a made-up, a changed and somebody else’s one are refused (400)'
    },
  },
  {
    item: 'A10',
    title: 'a requester learns that there is an internal note',
    run: async ({ url, somebody }) => {
      const [requester, moderator] = [await somebody('user'), await somebody('moderator')]
      const place = await fileTicket(requester, 'The printer is quiet')
      await settled(() => requester.api.get(place))
      const readings = [place, `${place}/comments`, '/api/tickets?view=mine']
      const readAll = async () =>
        JSON.stringify(await Promise.all(readings.map(async (one) => (await requester.api.get(one)).body)))
      const before = await readAll()
      const stream = await listenTo(url, requester.token)
      const note = await write(moderator, place, 'internal')
      mustHold(note.status === 201, `the note is answered ${note.status}`)
      await new Promise((done) => setTimeout(done, 3_000))
      const events = () => stream.heard.filter(({ event }) => event !== 'ready').length
      mustHold(events() === 0, 'their event stream tells of an internal note')
      mustHold((await readAll()) === before, 'what the requester reads changes with an internal note')
      await write(moderator, place, 'public')
      await stream.hear(({ event }) => event !== 'ready', 15_000)
      await stream.leave()
      return 'their ticket, its version and history, their list and their event stream stay as they are'
    },
  },
  {
    item: 'D28',
    title: 'an internal note becomes a reply',
    run: async ({ somebody }) => {
      const [requester, moderator] = [await somebody('user'), await somebody('moderator')]
      const place = await fileTicket(requester, 'The printer is slow')
      const key = { 'idempotency-key': crypto.randomUUID() }
      const note = await write(moderator, place, 'internal', key)
      const { id, version } = note.body.comment
      const ways = [
        moderator.api.put(`${place}/comments/${id}`, { version, body: 'Psst', visibility: 'public' }),
        moderator.api.put(`${place}/comments/${id}`, { version, body: 'Psst!' }),
        write(moderator, place, 'public', key),
        requester.api.put(`${place}/comments/${id}`, { version, body: 'Mine' }),
      ]
      const statuses = (await Promise.all(ways)).map(({ status }) => status)
      const shown = JSON.stringify((await requester.api.get(`${place}/comments`)).body)
      mustHold(!shown.includes('Psst'), `the requester reads it (${statuses.join()})`)
      await write(moderator, place, 'public')
      const reply = JSON.stringify((await requester.api.get(`${place}/comments`)).body)
      mustHold(reply.includes('Psst'), 'the requester does not read replies either')
      return 'neither a change nor a repeated request shows it to the requester'
    },
  },
  {
    item: 'A10',
    title: 'a requester learns how much others have to do',
    run: async ({ somebody }) => {
      const requester = await somebody('user')
      await somebody('moderator')
      const place = await fileTicket(requester, 'The printer is loud')
      await settled(() => requester.api.get(place))
      const text = JSON.stringify((await requester.api.get(place)).body)
      const found = /has \d+ of \d+|"(load|open|capacity)":|"candidates":\[\{/.exec(text)
      mustHold(!found, `the ticket says ${found?.[0]}`)
      return 'the ticket names no load, capacity or candidate'
    },
  },
]

type Written = { comment: { id: string; version: number } }

const write = ({ api }: Person, place: string, visibility: string, headers: Record<string, string> = {}) =>
  api.post<Written>(`${place}/comments`, { body: 'Psst', visibility }, headers)

/** Waits until an answer is the same for three seconds: triage and assignment are over. */
async function settled(read: () => Promise<{ body: unknown }>) {
  let last = ''
  for (let same = 0, tries = 0; same < 3 && tries < 30; tries++) {
    const now = JSON.stringify((await read()).body)
    same = now === last ? same + 1 : 0
    last = now
    await new Promise((done) => setTimeout(done, 1_000))
  }
}
