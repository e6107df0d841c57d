import { rawMail } from '../support/raw-mail.ts'
import { type Attack, mustHold } from './attack.ts'
import { fileTicket } from './file-ticket.ts'
import { mailIn } from './mail-in.ts'
import type { Letter, Person, Target } from './target.ts'

type Ticket = { id: string; title: string; description: string; requester: { id: string } }

/** Everybody's tickets, newest first. */
const ticketsOf = async ({ admin }: Target) =>
  (await admin.api.get<{ tickets: Ticket[] }>('/api/tickets?limit=100')).body.tickets

const commentsOf = async ({ api }: Person, place: string) =>
  (await api.get<{ comments: { body: string }[] }>(`${place}/comments`)).body.comments.map(({ body }) => body)

/** Looks for up to 20 s. */
async function hear<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
  for (let tries = 0; tries < 40; tries++) {
    const found = await look()
    if (found) return found
    await new Promise((done) => setTimeout(done, 500))
  }
  return undefined
}

/** A ticket with a mail to its requester, and the address to answer it at. */
async function answerable(target: Target) {
  const [requester, moderator] = [await target.somebody('user'), await target.somebody('moderator')]
  const place = await fileTicket(requester, 'The printer is on fire')
  await moderator.api.post(`${place}/claim`)
  await moderator.api.post(`${place}/wait`)
  const letter = await hear(async () =>
    (await target.lettersTo(requester.email)).find((one: Letter) => one.replyTo),
  )
  const replyTo = letter?.replyTo ?? ''
  mustHold(replyTo !== '', 'no mail with an address to answer at came')
  return { place, requester, replyTo }
}

/** What somebody can do who can send the desk mails. */
export const mails: Attack[] = [
  {
    item: 'mail',
    title: 'a mail in another person’s name files a ticket or answers one',
    run: async (target) => {
      const { place, requester, replyTo } = await answerable(target)
      const forged = [
        'Authentication-Results: mx.desk.example; dmarc=fail header.from=example.com',
        'Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=evil.example; dkim=pass header.d=evil.example',
        'Authentication-Results: mx.evil.example; dmarc=pass header.from=example.com',
        'Authentication-Results: mx.desk.example (dmarc=pass); dmarc=none',
        'X-Nothing: no result at all',
      ]
      for (const result of forged)
        for (const to of ['support@desk.example', replyTo]) {
          const raw = rawMail({ from: requester.email, to, text: 'Pay the bill.', headers: [result] })
          const { status, outcome } = await mailIn.post(target, raw)
          mustHold(status === 200 && outcome === 'ignored', `“${result}” is answered ${status} ${outcome}`)
        }
      const comments = await commentsOf(requester, place)
      mustHold(comments.length === 0, `the ticket has ${comments.join()}`)
      const honest = rawMail({
        from: requester.email,
        to: replyTo,
        text: 'It burns.',
        headers: [mailIn.passes],
      })
      mustHold((await mailIn.post(target, honest)).outcome === 'commented', 'their own answer is not taken')
      return `${forged.length * 2} mails that the mail server did not authenticate are dropped; their own is taken`
    },
  },
  {
    item: 'mail',
    title: 'an address to answer at is used by somebody else, or changed',
    run: async (target) => {
      const { place, requester, replyTo } = await answerable(target)
      const other = await target.somebody('user')
      const theirs = await fileTicket(other, 'The door is stuck')
      const otherNumber = (await target.admin.api.get<{ ticket: { number: number } }>(theirs)).body.ticket
        .number
      const [local = '', signature = ''] = replyTo.split('@')[0]?.split('.') ?? []
      const address = (head: string, tail: string) => `${head}.${tail}@desk.example`
      const letters = signature.startsWith('a') ? `b${signature.slice(1)}` : `a${signature.slice(1)}`
      const tries = [
        [other, replyTo],
        [requester, address(local, letters)],
        [requester, address(`support+${otherNumber}`, signature)],
        [requester, address(`${local}-note`, signature)],
      ] as const
      for (const [from, to] of tries) {
        const raw = rawMail({ from: from.email, to, text: 'Let me in.', headers: [mailIn.passes] })
        const { outcome } = await mailIn.post(target, raw)
        mustHold(outcome === 'refused', `${to} from ${from.email} is ${outcome}`)
      }
      const written = [
        ...(await commentsOf(target.admin, place)),
        ...(await commentsOf(target.admin, theirs)),
      ]
      mustHold(written.length === 0, `the tickets have ${written.join()}`)
      return 'another sender, another signature, another ticket, another kind: refused'
    },
  },
  {
    item: 'mail',
    title: 'two robots answer each other',
    run: async (target) => {
      const { requester, replyTo } = await answerable(target)
      const before = (await target.lettersTo(requester.email)).length
      const robots = [
        'Auto-Submitted: auto-replied',
        'Auto-Submitted: auto-generated (vacation)',
        'Precedence: bulk',
        'X-Auto-Response-Suppress: All',
        'X-Autoreply: yes',
        'List-Id: <all.example.com>',
        'Return-Path: <>',
      ]
      for (const robot of robots)
        for (const to of ['support@desk.example', replyTo]) {
          const raw = rawMail({ from: requester.email, to, headers: [mailIn.passes, robot] })
          const { outcome } = await mailIn.post(target, raw)
          mustHold(outcome === 'ignored', `“${robot}” is ${outcome}`)
        }
      // A robot that says nothing of itself hears once a day at most that it was refused.
      const stranger = 'robot@elsewhere.example'
      for (let turn = 0; turn < 10; turn++) {
        const headers = ['Authentication-Results: mx.desk.example; dmarc=pass']
        await mailIn.post(target, rawMail({ from: stranger, to: 'support@desk.example', headers }))
      }
      await hear(async () => (await target.lettersTo(stranger))[0])
      await new Promise((done) => setTimeout(done, 5_000))
      const answers = (await target.lettersTo(stranger)).length
      mustHold(answers === 1, `10 mails of one stranger are answered ${answers} times`)
      const more = (await target.lettersTo(requester.email)).length - before
      mustHold(more === 0, `${more} mails went to the person whose robots wrote`)
      return `${robots.length * 2} automatic mails are dropped in silence; 10 of a stranger get one answer`
    },
  },
  {
    item: 'mail',
    title: 'a mail writes header fields into the desk’s own mails',
    run: async (target) => {
      const [sender, moderator] = [await target.somebody('user'), await target.somebody('moderator')]
      const victim = 'victim@elsewhere.example'
      const injection = `Hello\r\nBcc: ${victim}\r\nX-Injected: yes`
      const encoded = `=?utf-8?B?${Buffer.from(injection).toString('base64')}?=`
      const raw = rawMail({
        from: `${encoded} <${sender.email}>`,
        to: 'support@desk.example',
        subject: encoded,
        headers: [mailIn.passes],
      })
      const { outcome } = await mailIn.post(target, raw)
      mustHold(outcome === 'filed', `the mail is ${outcome}`)
      const ticket = (await ticketsOf(target)).find(({ requester }) => requester.id === sender.id)
      mustHold(ticket !== undefined, 'no ticket was filed')
      mustHold(!/[\r\n]/.test(ticket.title), 'the title has a line break')
      await moderator.api.post(`/api/tickets/${ticket.id}/claim`)
      await moderator.api.post(`/api/tickets/${ticket.id}/wait`)
      const letter = await hear(async () =>
        (await target.lettersTo(sender.email)).find(({ subject }) => subject.includes('Hello')),
      )
      mustHold(letter !== undefined, 'no mail about the ticket came')
      mustHold(!/\r|\n/.test(letter.subject), 'a subject has a line break')
      mustHold(
        (await target.lettersTo(victim)).length === 0,
        'a mail went to the address of the injected field',
      )
      return 'the title and the subjects have one line, and the victim gets no mail'
    },
  },
]
