import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { receiveMail } from '../../../core/inbound-mail/receive-mail.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { changeUser } from '../../../core/users/change-user.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../support/desk-in-process.ts'
import { bytesOf, filePart, rawMail } from '../../support/raw-mail.ts'
import { newTicketOf } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
let ann: Known
let eve: Known
let max: Known
let ticket: Ticket
let number = 1_000

beforeAll(async () => {
  at = await deskInProcess({
    inboundMail: {},
    fileLimits: { fileBytes: 50_000, perMessage: 3, ticketBytes: 120_000 },
  })
  ann = await at.somebody('user', { name: 'ann' })
  eve = await at.somebody('user', { name: 'eve' })
  max = await at.somebody('moderator', { name: 'max' })
})
afterAll(() => at.close())
beforeEach(async () => {
  const requester = { id: ann.user._id, name: 'ann' }
  const fresh = newTicketOf({ _id: newId(), number: ++number, requester, source: 'web' })
  ticket = (await at.desk.tickets.insert(fresh)).ticket
  await at.database.scheduledNotifications.deleteMany({})
})

type Visibility = 'public' | 'internal'
const addressFor = ({ user }: Known, visibility: Visibility = 'public') =>
  at.desk.replyAddresses?.sign({ ticket, user: user._id, visibility }) ?? ''
const addressOf = ({ user }: Known) => user.email ?? ''

function receive(raw: string, authservId: string | null = null) {
  if (!at.inbound) throw new Error('no mail')
  return receiveMail({ ...at.inbound, policy: { ...at.inbound.policy, authservId } }, bytesOf(raw))
}
async function contentOf(file: string) {
  const parts: Buffer[] = []
  for await (const part of at.desk.fileBytes.read(file)) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
const comments = () => at.database.comments.find({ ticket: ticket._id }).sort({ createdAt: 1 }).lean()
const problems = async () =>
  (await at.database.scheduledNotifications.find().lean()).flatMap(({ outbox }) =>
    outbox.map((entry) => (entry.kind === 'mail-answer' ? `${entry.to}: ${entry.problem}` : entry.kind)),
  )

describe('an answer by mail', () => {
  test('becomes a comment of the person whose address it is', async () => {
    const raw = rawMail({
      from: `Ann <${addressOf(ann).toUpperCase()}>`,
      to: `Desk <${addressFor(ann)}>`,
      text: 'It *still* burns.\n\nOn Mon, Nov 30, 2026 at 10:12 AM Desk <desk@example.com> wrote:\n> Really?',
    })
    expect(await receive(raw)).toBe('commented')
    expect(await comments()).toMatchObject([
      {
        body: 'It \\*still\\* burns.',
        author: { id: ann.user._id },
        visibility: 'public',
        surface: 'mail',
        fromRequester: true,
      },
    ])
    expect((await at.desk.tickets.find(ticket._id))?.outbox).toContainEqual(
      expect.objectContaining({ queue: 'discord', kind: 'comment' }),
    )
    expect(await problems()).toEqual([])
  })

  test('that arrives again, at once or later, changes nothing', async () => {
    const raw = rawMail({ from: addressOf(ann), to: addressFor(ann), parts: [filePart('a.txt', 'abc')] })
    await Promise.all([receive(raw), receive(raw), receive(raw)])
    await receive(raw)
    expect(await comments()).toHaveLength(1)
    expect(await at.database.files.countDocuments({ ticket: ticket._id })).toBe(1)
  })

  test('that was cut off half-way leaves nothing, and is taken when it comes whole', async () => {
    const raw = rawMail({
      from: addressOf(ann),
      to: addressFor(ann),
      parts: [filePart('a.txt', 'a'.repeat(30_000))],
    })
    const cutOff = async function* () {
      yield Buffer.from(raw.slice(0, 20_000))
      throw new Error('cut off')
    }
    if (!at.inbound) throw new Error('no mail')
    await expect(receiveMail(at.inbound, cutOff())).rejects.toThrow('cut off')
    expect(await comments()).toEqual([])
    expect(await receive(raw)).toBe('commented')
    expect((await comments())[0]?.files).toMatchObject([{ name: 'a.txt', size: 30_000, state: 'ready' }])
  })

  test('that arrives again when its files fill most of the ticket keeps them', async () => {
    const raw = rawMail({
      from: addressOf(ann),
      to: addressFor(ann),
      parts: ['a.bin', 'b.bin'].map((name) => filePart(name, Buffer.alloc(45_000, name))),
    })
    await receive(raw)
    await receive(raw)
    const [comment] = await comments()
    expect(comment?.files).toMatchObject([{ name: 'a.bin' }, { name: 'b.bin' }])
    for (const { id, name } of comment?.files ?? [])
      expect((await contentOf(id)).equals(Buffer.alloc(45_000, name)), name).toBe(true)
  })

  test('reopens a resolved ticket, as an answer in chat does', async () => {
    const admin = await at.somebody('admin')
    await perform(at.desk, admin.user, resolve, {
      id: ticket._id,
      input: { resolution: 'Put out.' } as never,
      surface: 'web',
    })
    await receive(
      rawMail({ from: addressOf(ann), to: addressFor(ann), text: 'No, it still burns in tray 3.' }),
    )
    expect((await at.desk.tickets.find(ticket._id))?.status).toBe('in_progress')
  })

  test('of a moderator is an internal note where the notice said so', async () => {
    expect(await receive(rawMail({ from: addressOf(max), to: addressFor(max, 'internal') }))).toBe(
      'commented',
    )
    expect(await receive(rawMail({ from: addressOf(max), to: addressFor(max) }))).toBe('commented')
    expect((await comments()).map(({ visibility }) => visibility)).toEqual(['internal', 'public'])
  })

  test('of somebody who is no longer a moderator makes no internal note', async () => {
    const former = await at.somebody('moderator')
    const to = addressFor(former, 'internal')
    await changeUser(at.desk, former.user._id, () => ({ set: { role: 'user' } }))
    expect(await receive(rawMail({ from: addressOf(former), to }))).toBe('refused')
    expect(await comments()).toEqual([])
    expect(await problems()).toEqual([`${addressOf(former)}: not-allowed`])
  })

  test('without any text of its own is refused, and its sender is told why', async () => {
    expect(
      await receive(rawMail({ from: addressOf(ann), to: addressFor(ann), text: '> Really?\n> Yes.' })),
    ).toBe('refused')
    expect(await problems()).toEqual([`${addressOf(ann)}: empty`])
  })

  test('to a mail of the desk belongs to its ticket, though its address was lost', async () => {
    const row = {
      _id: `${ticket._id}:3:1`,
      channel: 'mail' as const,
      about: 'commented',
      to: ann.user._id,
      ticket: ticket._id,
    }
    await at.desk.deliveries.begin({ ...row, startedAt: new Date() })
    const headers = [`In-Reply-To: <${ticket._id}.3.1@desk.example>`]
    expect(await receive(rawMail({ from: addressOf(ann), to: 'support@example.com', headers }))).toBe(
      'commented',
    )
    expect(await comments()).toHaveLength(1)
    expect(await receive(rawMail({ from: addressOf(eve), to: 'support@example.com', headers }))).toBe('filed')
    expect(await comments()).toHaveLength(1)
  })
})

describe('forged', () => {
  test.each<[string, () => Parameters<typeof rawMail>[0]]>([
    ['from another account', () => ({ from: addressOf(eve), to: addressFor(ann) })],
    ['from an address without an account', () => ({ from: 'nobody@example.com', to: addressFor(ann) })],
    ['for another ticket', () => ({ from: addressOf(ann), to: addressFor(ann).replace(/\+\d+/, '+1') })],
    ['as an internal note', () => ({ from: addressOf(max), to: addressFor(max).replace('.', '-note.') })],
    [
      'with a guessed signature',
      () => ({ from: addressOf(ann), to: addressFor(ann).replace(/.{20}@/, `${'a'.repeat(20)}@`) }),
    ],
  ])('%s: nothing is added', async (_what, mail) => {
    expect(await receive(rawMail(mail()))).toBe('refused')
    expect(await comments()).toEqual([])
  })

  test.each<[string, () => string]>([
    ['two authors', () => `${addressOf(ann)}, ${addressOf(eve)}`],
    ['two From fields', () => `${addressOf(eve)}\nFrom: ${addressOf(ann)}`],
    ['an address as its name', () => `"${addressOf(ann)}" <nobody@example.com>`],
    ['a group', () => `Ann: ${addressOf(ann)}, ${addressOf(eve)};`],
  ])('%s', async (_what, from) => {
    expect(await receive(rawMail({ from: from(), to: addressFor(ann) }))).not.toBe('commented')
    expect(await comments()).toEqual([])
  })

  test('a sender whom the mail server did not authenticate is dropped without an answer', async () => {
    const mail = { from: addressOf(ann), to: addressFor(ann) }
    const dmarc = (result: string) => [`Authentication-Results: mx.example.com; dmarc=${result}`]
    expect(await receive(rawMail(mail), 'mx.example.com')).toBe('ignored')
    expect(await receive(rawMail({ ...mail, headers: dmarc('fail') }), 'mx.example.com')).toBe('ignored')
    expect(await problems()).toEqual([])
    expect(await receive(rawMail({ ...mail, headers: dmarc('pass') }), 'mx.example.com')).toBe('commented')
  })

  test('an account that is not confirmed, or not active, has no mail', async () => {
    const unconfirmed = await at.somebody('user', { emailVerified: false })
    const gone = await at.somebody('user', { active: false })
    for (const who of [unconfirmed, gone]) {
      expect(await receive(rawMail({ from: addressOf(who), to: addressFor(who) }))).toBe('refused')
      expect(await receive(rawMail({ from: addressOf(who), to: 'support@example.com' }))).toBe('refused')
    }
    expect(new Set((await problems()).map((one) => one.split(': ')[1]))).toEqual(new Set(['unknown-sender']))
  })
})

describe('a loop', () => {
  test.each([
    'Auto-Submitted: auto-replied',
    'Precedence: bulk',
    'List-Id: <l.example.com>',
    'Return-Path: <>',
  ])('%s is dropped', async (header) => {
    expect(await receive(rawMail({ from: addressOf(ann), to: addressFor(ann), headers: [header] }))).toBe(
      'ignored',
    )
    expect(
      await receive(rawMail({ from: 'nobody@example.com', to: 'support@example.com', headers: [header] })),
    ).toBe('ignored')
    expect(await comments()).toEqual([])
    expect(await problems()).toEqual([])
  })

  test('between two robots that mark nothing gets one answer a day', async () => {
    for (let nth = 0; nth < 5; nth++)
      await receive(rawMail({ from: 'robot@example.com', to: 'support@example.com' }))
    expect(await problems()).toEqual(['robot@example.com: unknown-sender'])
  })
})

describe('a mail to the desk itself', () => {
  const filedBy = (who: Known) =>
    at.database.tickets.find({ 'requester.id': who.user._id, source: 'mail' }).lean<Ticket[]>()

  test('files a ticket, once, and its sender hears its number', async () => {
    const kim = await at.somebody('user', { name: 'kim' })
    const raw = rawMail({
      from: addressOf(kim),
      to: 'support@example.com',
      subject: 'Re: =?utf-8?q?Caf=C3=A9_door?=',
      text: 'It is *shut*.\n\n> and quoted\n-- \nKim\nDoors and gates',
      parts: [filePart('door.txt', 'photo')],
    })
    expect([await receive(raw), await receive(raw)]).toEqual(['filed', 'filed'])
    const filed = await filedBy(kim)
    expect(filed).toMatchObject([{ title: 'Café door', source: 'mail', files: [{ name: 'door.txt' }] }])
    expect(filed[0]?.description).toMatch(/It is \\\*shut\\\*\.[\s\S]*quoted$/)
    expect(await problems()).toEqual([`${addressOf(kim)}: null`])
  })

  test('whose confirmation was not stored before a kill is confirmed when it arrives again', async () => {
    const lee = await at.somebody('user', { name: 'lee' })
    const raw = rawMail({ from: addressOf(lee), to: 'support@example.com' })
    const killed = vi.spyOn(at.desk.scheduledNotifications, 'add').mockRejectedValueOnce(new Error('killed'))
    await expect(receive(raw)).rejects.toThrow('killed')
    killed.mockRestore()
    expect(await receive(raw)).toBe('filed')
    expect(await filedBy(lee)).toHaveLength(1)
    expect(await problems()).toEqual([`${addressOf(lee)}: null`])
  })

  test('that arrives again days later is not confirmed again', async () => {
    const raw = rawMail({ from: addressOf(ann), to: 'support@example.com' })
    await receive(raw)
    const [sent] = await at.database.scheduledNotifications.find().lean()
    await at.database.scheduledNotifications.deleteMany({})
    const days = vi.spyOn(at.desk, 'now').mockReturnValue(new Date(Date.now() + 3 * 86_400_000))
    await receive(raw)
    days.mockRestore()
    const [again] = await at.database.scheduledNotifications.find().lean()
    // The mail goes out once for each of these ids.
    expect(again?._id ?? sent?._id).toBe(sent?._id)
  })

  test('of a stranger is refused, and nothing tells whether there is such an account', async () => {
    expect(await receive(rawMail({ from: 'stranger@example.com', to: 'support@example.com' }))).toBe(
      'refused',
    )
    expect(await problems()).toEqual(['stranger@example.com: unknown-sender'])
    if (!at.inbound) throw new Error('no mail')
    const silent = { ...at.inbound, policy: { ...at.inbound.policy, answersUnknown: false } }
    const raw = rawMail({ from: 'other@example.com', to: 'support@example.com' })
    expect(await receiveMail(silent, bytesOf(raw))).toBe('ignored')
    expect(await problems()).toHaveLength(1)
  })
})

describe('files', () => {
  const answerWith = async (...parts: string[]) => {
    expect(await receive(rawMail({ from: addressOf(ann), to: addressFor(ann), parts }))).toBe('commented')
    const [comment] = await comments()
    return { names: comment?.files?.map(({ name }) => name), body: comment?.body }
  }
  const inline = (bytes: number) =>
    filePart('', Buffer.alloc(bytes, 1), {
      type: 'image/png',
      head: ['Content-Disposition: inline; filename="logo.png"', 'Content-ID: <logo>'],
    })

  test('are kept up to the limits, and what is left out is named', async () => {
    const kept = await answerWith(
      ...['a', 'b', 'c', 'd'].map((name) => filePart(`${name}.txt`, name)),
      filePart('big.bin', Buffer.alloc(60_000)),
    )
    expect(kept.names).toEqual(['a.txt', 'b.txt', 'c.txt'])
    expect(kept.body).toContain('Not kept: d.txt (a message may have 3 files)')
    expect(kept.body).toContain('Not kept: big.bin')
  })

  test('that are too large are named', async () => {
    const kept = await answerWith(filePart('big.bin', Buffer.alloc(60_000)), filePart('a.txt', 'a'))
    expect(kept.names).toEqual(['a.txt'])
    expect(kept.body).toMatch(/Not kept: big\.bin \(it has more than/)
  })

  test('small pictures within the text are signatures, large ones are not', async () => {
    expect((await answerWith(inline(8_000), inline(40_000))).names).toEqual(['logo.png'])
  })

  test('have no path, and signatures of mails are none', async () => {
    const kept = await answerWith(
      filePart('../../etc/passwd', 'x'),
      filePart('smime.p7s', 'x', { type: 'application/pkcs7-signature' }),
    )
    expect(kept.names).toEqual(['passwd'])
  })

  test('alone are an answer', async () => {
    const raw = rawMail({
      from: addressOf(ann),
      to: addressFor(ann),
      text: '',
      parts: [filePart('a.txt', 'a')],
    })
    expect(await receive(raw)).toBe('commented')
    expect(await comments()).toMatchObject([{ body: '', files: [{ name: 'a.txt' }] }])
  })

  test('a text that is too long for a comment is shortened, and kept whole beside it', async () => {
    const text = Array.from(
      { length: 400 },
      (_, line) => `Line ${line} of a *long* story about a printer.`,
    ).join('\n')
    await receive(rawMail({ from: addressOf(ann), to: addressFor(ann), text }))
    const [comment] = await comments()
    expect(comment?.body.length).toBeLessThanOrEqual(10_000)
    expect(comment?.files).toMatchObject([{ name: 'whole mail.txt', size: Buffer.byteLength(text) }])
  })
})

describe('hostile', () => {
  const answer = (more: Partial<Parameters<typeof rawMail>[0]>) =>
    receive(rawMail({ from: addressOf(ann), to: addressFor(ann), ...more }))

  test('a mail that is too large is refused while it comes', async () => {
    await expect(answer({ text: 'x'.repeat(1_100_000) })).rejects.toMatchObject({ kind: 'too-large' })
    expect(await comments()).toEqual([])
  })

  test('patterns that take long end after a deadline, and the answer is kept', async () => {
    const text = `Help me.\n\n${'Op schreef w\ndniu '.repeat(2_400)}\n> quoted`
    expect(await answer({ text })).toBe('commented')
    expect((await comments())[0]?.body).toMatch(/^Help me\./)
  })

  test.each<[string, () => string]>([
    ['deep HTML', () => `<div>`.repeat(50_000)],
    ['a script', () => '<script>alert(1)</script><b>Hello there</b>'],
  ])('HTML: %s', async (_what, html) => {
    const raw = rawMail({ from: addressOf(ann), to: addressFor(ann) })
      .replace('text/plain', 'text/html')
      .replace('It burns.', html())
    expect(await receive(raw)).toMatch(/commented|refused/)
    for (const { body } of await comments()) expect(body).not.toMatch(/<|alert/)
  })

  test('mails within mails stay files', async () => {
    let nested = rawMail({ from: 'x@y.example', to: 'z@y.example' })
    for (let depth = 0; depth < 30; depth++)
      nested = `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\nContent-Type: message/rfc822\n\n${nested}\n--b${depth}--`
    expect(await answer({ parts: [`Content-Type: message/rfc822\n\n${nested}`] })).toBe('commented')
    expect(await comments()).toMatchObject([{ files: [{ name: 'mail.eml' }] }])
  })

  test('thousands of parts end the mail, without a comment', async () => {
    await expect(
      answer({ parts: Array.from({ length: 2_000 }, (_, nth) => filePart(`${nth}.txt`, 'x')) }),
    ).rejects.toThrow()
    expect(await comments()).toEqual([])
  })

  test('a head that is too long is refused, so that it is not sent again', async () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `<${index}@x.example>`).join(' ')
    const mail = { from: addressOf(ann), to: addressFor(ann), headers: [`References: ${ids}`] }
    await expect(receive(rawMail(mail))).rejects.toMatchObject({ kind: 'invalid' })
    expect(await comments()).toEqual([])
  })

  test('no head at all is nobody’s mail', async () => {
    for (const raw of ['', '\r\n', 'hello', ':\r\n\r\n', '\0'.repeat(1_000)])
      expect(await receive(raw)).toBe('ignored')
  })
})

describe('a mail that came back', () => {
  const report = (messageId: string, action = 'failed', returned = 'message/rfc822') =>
    [
      'From: Mail Delivery System <MAILER-DAEMON@mx.example>',
      `To: ${at.inbound?.policy.address}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status;',
      '\tboundary="part"',
      '',
      ...['--part', 'Content-Type: text/plain', '', 'Your message could not be delivered.'],
      ...['--part', 'Content-Type: message/delivery-status', ''],
      ...['Reporting-MTA: dns; mx.example', '', 'Final-Recipient: rfc822; ann@example.com'],
      ...[`Action: ${action}`, 'Status: 5.1.1'],
      ...['Diagnostic-Code: smtp; 550 5.1.1 <ann@example.com>:', '    User unknown', ''],
      ...[
        '--part',
        `Content-Type: ${returned}`,
        '',
        `Message-ID: ${messageId}`,
        'Subject: Resolved',
        '',
        'Hi',
      ],
      ...['--part--', ''],
    ].join('\r\n')

  /** @returns the delivery after the report */
  async function afterReport(
    more: { state?: 'sent'; action?: string; host?: string; returned?: string } = {},
  ) {
    const id = `${newId()}:6:5`
    const row = { _id: id, channel: 'mail', about: 'resolved', to: ann.user._id, state: 'sent' }
    await at.database.deliveries.collection.insertOne({ ...row, error: null } as never)
    const messageId = `<${id.replaceAll(':', '.')}@${more.host ?? at.inbound?.host}>`
    expect(await receive(report(messageId, more.action, more.returned))).toBe('ignored')
    return at.desk.deliveries.find(id)
  }

  test.each(['message/rfc822', 'text/rfc822-headers'])(
    'is refused in the log, with the reason: %s',
    async (returned) =>
      expect(await afterReport({ returned })).toMatchObject({
        state: 'refused',
        error: 'Came back: 550 5.1.1 <ann@example.com>: User unknown',
      }),
  )

  test.each([
    ['is only late', { action: 'delayed' }],
    ['is not the desk’s', { host: 'elsewhere.example' }],
  ])('that %s changes nothing', async (_what, more) =>
    expect(await afterReport(more)).toMatchObject({ state: 'sent', error: null }),
  )
})
