import { type Attack, mustHold } from './attack.ts'
import { fileTicket } from './file-ticket.ts'

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
      const changed = next.slice(0, -3) + (next.endsWith('AAA') ? 'BBB' : 'AAA')
      for (const cursor of [made, changed]) {
        const { status } = await admin.api.get(`/api/tickets?limit=1&sort=requester&after=${cursor}`)
        mustHold(
          status === 400,
          `${cursor === made ? 'a made-up' : 'a changed'} cursor is answered ${status}`,
        )
      }
      return 'a made-up and a changed one are refused (400)'
    },
  },
  {
    item: 'A10',
    title: 'a requester learns that there is an internal note',
    run: async ({ somebody }) => {
      const [requester, moderator] = [await somebody('user'), await somebody('moderator')]
      const place = await fileTicket(requester, 'The printer is quiet')
      await settled(() => requester.api.get(place))
      const before = await requester.api.get(place)
      const note = await moderator.api.post(`${place}/comments`, { body: 'Psst', visibility: 'internal' })
      mustHold(note.status === 201, `the note is answered ${note.status}`)
      const after = await requester.api.get(place)
      mustHold(
        JSON.stringify(after.body) === JSON.stringify(before.body),
        'what the requester reads of the ticket changes with an internal note',
      )
      return 'the ticket that the requester reads is the same before and after'
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
