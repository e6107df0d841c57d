import { type Attack, mustHold } from './attack.ts'
import { fileTicket } from './file-ticket.ts'
import { type Person, password } from './target.ts'

type Filed = { ticket: { id: string } }

/** Sends many requests, some side by side, until one is refused. */
async function flood(times: number, ask: (index: number) => Promise<{ status: number; headers: Headers }>) {
  const answers: { status: number; headers: Headers }[] = []
  for (let from = 0; from < times && !answers.some(({ status }) => status === 429); from += 10)
    answers.push(...(await Promise.all(Array.from({ length: 10 }, (_, index) => ask(from + index)))))
  return { sent: answers.length, refused: answers.find(({ status }) => status === 429) }
}

const fileBy = ({ api }: Person, index: number) =>
  api.post<Filed>('/api/tickets', { title: `Flood ${index}`, description: 'x' })

/** What one person can use up. */
export const floods: Attack[] = [
  {
    item: 'A1',
    title: 'one person files a flood of tickets',
    run: async ({ somebody }) => {
      const flooder = await somebody('user')
      const { sent, refused } = await flood(400, (index) => fileBy(flooder, index))
      mustHold(refused !== undefined, `${sent} tickets of one person are taken at once`)
      mustHold(Number(refused.headers.get('retry-after')) > 0, 'the refusal has no Retry-After')
      const other = await fileBy(await somebody('user'), 0)
      mustHold(other.status === 201, `somebody else is answered ${other.status}`)
      return `refused after at most ${sent}, with Retry-After; somebody else files on`
    },
  },
  {
    item: 'A1',
    title: 'one person comments until mailboxes overflow',
    run: async ({ somebody, lettersTo }) => {
      const [requester, moderator] = [await somebody('user'), await somebody('moderator')]
      const place = await fileTicket(requester, 'The printer jams')
      const claimed = await moderator.api.post(`${place}/claim`)
      mustHold(claimed.status === 200, `claiming is answered ${claimed.status}`)
      const { sent } = await flood(200, (index) =>
        requester.api.post(`${place}/comments`, { body: `Hello? ${index}`, visibility: 'public' }),
      )
      await new Promise((done) => setTimeout(done, 15_000))
      const mails = await lettersTo(moderator.email)
      const found = `${sent} comments send ${mails.length} mails to one person`
      mustHold(mails.length <= 10, `${found}: ${mails.map(({ subject }) => subject).join('; ')}`)
      return found
    },
  },
  {
    item: 'A1',
    title: 'more API keys than allowed, by asking for them at once',
    run: async ({ somebody }) => {
      const { api } = await somebody('user')
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, index) =>
          api.post('/api/auth/api-keys', {
            name: `Key ${index}`,
            scopes: ['tickets:read'],
            expiresInDays: 1,
          }),
        ),
      )
      // The list of keys is no measure: it may end at the limit.
      const made = answers.filter(({ status }) => status === 201).length
      mustHold(made <= 50, `60 asked for at once make ${made}`)
      mustHold(made > 0, 'no key was made at all')
      return `60 asked for at once make ${made}`
    },
  },
  {
    item: 'A1',
    title: 'one person opens event streams in many sessions',
    run: async ({ url, somebody, anonymous }) => {
      const { email } = await somebody('user')
      const leaving = new AbortController()
      const opened: { ended: boolean }[] = []
      async function open(token: string) {
        const headers = { authorization: `Bearer ${token}` }
        const { status, body } = await fetch(`${url}/api/stream`, { headers, signal: leaving.signal })
        if (status !== 200) return
        const stream = { ended: false }
        opened.push(stream)
        // A desk that falls behind ends streams, and lets others in for them.
        void readToEnd(body).then(() => {
          stream.ended = true
        })
      }
      for (let session = 0; session < 8; session++) {
        const login = { email, password }
        const { body } = await anonymous.post<{ token: string }>('/api/auth/login', login)
        await Promise.all(Array.from({ length: 10 }, () => open(body.token)))
      }
      await new Promise((done) => setTimeout(done, 1_000))
      const held = opened.filter(({ ended }) => !ended).length
      leaving.abort()
      mustHold(opened.length > 0, 'no stream was opened at all')
      mustHold(held <= 10, `8 sessions of one person hold ${held} streams`)
      return `8 sessions of one person hold ${held} streams`
    },
  },
]

async function readToEnd(body: ReadableStream<Uint8Array> | null) {
  try {
    for await (const _ of body ?? []);
  } catch {
    // The line was cut, or we left.
  }
}
