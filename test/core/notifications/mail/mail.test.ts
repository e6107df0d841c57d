import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { composeMail, type Mail } from '../../../../core/notifications/mail/mail.ts'
import type { Notice } from '../../../../core/notifications/notice.ts'
import { ticketNotice } from '../../../../core/notifications/ticket-notice/ticket-notice.ts'
import { markdownText, sentence } from '../../../../core/text/sentence.ts'
import { max, resolvedBy, ticketOf } from '../../../support/ticket-fixture.ts'

const notice: Notice = {
  topic: 'resolved',
  subject: sentence`Resolved: #42 Printer on fire`,
  body: [sentence`Max Moe resolved your ticket:`, markdownText('Put it **out**.')],
  action: { label: sentence`Open #42`, url: 'https://desk.example/tickets/1?a=1&b=2' },
}
const to = { email: 'ann@example.com', name: 'Ann Lee' }
const everyMail = {
  domain: 'desk.example',
  why: 'this ticket is yours',
  settingsUrl: 'https://desk.example/profile',
}
const place = { key: 'a1:3:0', thread: 'ticket.a1', ...everyMail }
const compose = (more: Partial<Notice> = {}, who = to) => composeMail({ ...notice, ...more }, who, place)

/** The mail as it goes over the wire, and as a mail program reads it. */
async function sent(mail: Mail) {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({ from: 'desk@desk.example', ...mail })
  return { raw: message.toString(), read: await simpleParser(message.toString()) }
}

describe('a mail', () => {
  test('reads well as plain text', () => {
    expect(compose().text).toBe(
      [
        'Max Moe resolved your ticket:',
        '',
        'Put it **out**.',
        '',
        'Open #42:',
        'https://desk.example/tickets/1?a=1&b=2',
        '',
        '-- ',
        'Deskbridge, your support desk',
        'You get this because this ticket is yours.',
        'Nobody reads replies to this mail.',
        'Notification settings: https://desk.example/profile',
        '',
      ].join('\n'),
    )
  })

  test('shows Markdown and a button in HTML', () => {
    const { html } = compose()
    expect(html).toContain('<p dir="auto">Put it <strong>out</strong>.</p>')
    expect(html).toContain('<title>Resolved: #42 Printer on fire</title>')
    expect(html).toMatch(/<a href="https:\/\/desk\.example\/tickets\/1\?a=1&amp;b=2" [^>]*>Open #42<\/a>/)
  })

  test('lets each paragraph run in the direction of its script', () => {
    const { html } = compose({ body: [markdownText('> שלום\n\n- مرحبا')] })
    expect(html).toMatch(/<blockquote dir="auto">\s*<p dir="auto">שלום/)
    expect(html).toContain('<li dir="auto">مرحبا')
  })

  test('shows a moment from Discord in words, and no link', () => {
    const body = [markdownText('Back [2026-11-30 17:00 UTC](time:1796058000:R) **soon**')]
    const { html, text } = compose({ body })
    expect(html).toContain('Back <span>2026-11-30 17:00 UTC</span> <strong>soon</strong>')
    expect(text).toContain('Back 2026-11-30 17:00 UTC **soon**')
  })

  test('links to the rating of a resolved ticket, and rates nothing by itself', () => {
    const ticket = ticketOf(resolvedBy(max))
    const mail = composeMail(ticketNotice('resolved', ticket, 'https://desk.example'), to, place)
    const url = `https://desk.example/tickets/${ticket._id}#rate`
    expect(mail.text).toContain(`How did we do? Rate it from 1 to 5:\n${url}`)
    expect(mail.html).toContain(`How did we do? <a href="${url}">Rate it from 1 to 5</a>`)
    expect(mail.html).toContain(`<a href="${url}">`)
  })

  test('does without a button when there is nowhere to go', () => {
    const { action: _, ...without } = notice
    const { html, text } = composeMail(without, to, place)
    expect(html).not.toContain('border-radius:8px')
    expect(text).not.toContain('Open')
  })

  test('arrives unchanged', async () => {
    const { read } = await sent(compose({ subject: sentence`Drucker brennt: Öl 🔥` }))
    expect(read.subject).toBe('Drucker brennt: Öl 🔥')
    expect(read.to).toMatchObject({ value: [{ address: 'ann@example.com', name: 'Ann Lee' }] })
    expect(read.text).toContain('Put it **out**.')
    expect(read.html).toContain('<strong>out</strong>')
  })
})

describe('its Message-ID', () => {
  test('is the same whenever it is composed, and says nothing else', () => {
    expect(compose().messageId).toBe('<a1.3.0@desk.example>')
    expect(compose({ subject: sentence`Other` }).messageId).toBe('<a1.3.0@desk.example>')
  })

  test('differs for every entry of every version', () => {
    const ids = ['a1:3:0', 'a1:3:1', 'a1:30:0', 'a13:0:0'].map(
      (key) => composeMail(notice, to, { ...place, key }).messageId,
    )
    expect(new Set(ids).size).toBe(4)
  })

  test('and its thread survive the wire', async () => {
    const { read } = await sent(compose())
    expect(read.messageId).toBe('<a1.3.0@desk.example>')
    expect(read.references).toBe('<ticket.a1@desk.example>')
    expect(read.inReplyTo).toBe('<ticket.a1@desk.example>')
  })

  test('stands alone when it belongs to nothing', () => {
    expect(composeMail(notice, to, { key: 'a', ...everyMail })).not.toHaveProperty('references')
  })
})

describe('a mail that can be turned off', () => {
  const unsubscribeUrl = 'https://desk.example/unsubscribe/signed'
  const mail = composeMail(notice, to, { ...place, unsubscribeUrl })

  test('says so in its head, as RFC 8058 wants it', async () => {
    const { read } = await sent(mail)
    expect(read.headers.get('list')).toMatchObject({ unsubscribe: { url: unsubscribeUrl } })
    expect(read.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    )
  })

  test('names only the link where the desk is not reached over HTTPS', async () => {
    const plain = unsubscribeUrl.replace('https:', 'http:')
    const { read } = await sent(composeMail(notice, to, { ...place, unsubscribeUrl: plain }))
    expect(read.headers.get('list')).toMatchObject({ unsubscribe: { url: plain } })
    expect(read.headerLines.map(({ key }) => key)).not.toContain('list-unsubscribe-post')
  })

  test('says so at its end, too', () => {
    expect(mail.text).toContain(`Unsubscribe from these mails:\n${unsubscribeUrl}\n`)
    expect(mail.html).toContain(`href="${unsubscribeUrl}"`)
  })

  test('is unlike others, which have no such link', () => {
    expect(compose()).not.toHaveProperty('headers')
    expect(compose().text).not.toContain('No more mails')
  })
})

describe('what people write is shown, never run', () => {
  const html = (text: string) => compose({ body: [markdownText(text)] }).html
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    [
      '![so "big"](https://pixel.example/x.png?a=1&b=2)',
      '<a href="https://pixel.example/x.png?a=1&amp;b=2">so &quot;big&quot;</a>',
    ],
    ['![](https://pixel.example/x.png)', '<a href="https://pixel.example/x.png">picture</a>'],
    ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
    ['**"quoted" & <sharp>**', '<strong>&quot;quoted&quot; &amp; &lt;sharp&gt;</strong>'],
    ['```\n</td></table>\n```', '&lt;/td&gt;&lt;/table&gt;'],
  ])('%s', (text, shown) => expect(html(text)).toContain(shown))

  test.each([
    '[x](javascript:alert(1))',
    '[x](vbscript:x)',
    '[x](data:text/html,<script>)',
    '<javascript:alert(1)>',
  ])('no link to %s', (text) =>
    expect(html(text).match(/href="[^"]*"/g)).toEqual([
      'href="https://desk.example/tickets/1?a=1&amp;b=2"',
      'href="https://desk.example/profile"',
    ]),
  )

  test('no markup in the subject, the title and the button', () => {
    const attack = '"><script>alert(1)</script>'
    const page = compose({
      subject: sentence`${attack}`,
      action: { label: sentence`${attack}`, url: `https://x/${attack}` },
    }).html
    expect(page).not.toContain('<script')
    expect(page).not.toContain('">&lt;script')
  })

  test('no markup in the mail of a whole ticket', () => {
    const attack = '</td><script>alert(1)</script><a onclick="x">'
    const ticket = ticketOf({ title: attack, ...resolvedBy({ ...max, name: attack }) })
    const { html: page } = composeMail(ticketNotice('resolved', ticket, 'https://desk.example'), to, place)
    expect(page).not.toMatch(/<script|<a onclick/)
  })
})

describe('no header can be slipped in', () => {
  const attack = 'x\r\nBcc: eve@evil.example\r\n\r\nHello'
  test.each<[string, Mail]>([
    ['by a title', compose({ subject: sentence`${attack}` })],
    ['by a title with a bare line feed', compose({ subject: sentence`${'x\nBcc: eve@evil.example'}` })],
    ['by a name', compose({}, { ...to, name: attack })],
    ['by a name that closes its quotes', compose({}, { ...to, name: 'x" <eve@evil.example>, "y' })],
    ['by a name that ends in a backslash', compose({}, { ...to, name: 'x\\' })],
    ['by an address', compose({}, { ...to, email: 'ann@example.com\r\nBcc: eve@evil.example' })],
  ])('%s', async (_name, mail) => {
    const { raw, read } = await sent(mail)
    const [head = ''] = raw.split('\r\n\r\n')
    expect(head).not.toMatch(/^Bcc:/im)
    expect(read.bcc).toBeUndefined()
    expect(read.to).toMatchObject({ value: [expect.objectContaining({ name: expect.any(String) })] })
    expect(read.text).toContain('Put it **out**.')
  })

  test('a name with commas and signs is one name', async () => {
    const { read } = await sent(compose({}, { ...to, name: 'Lee, Ann (IT) <ext>' }))
    expect(read.to).toMatchObject({ value: [{ address: 'ann@example.com', name: 'Lee, Ann (IT) <ext>' }] })
  })
})

describe('a mail that can be answered', () => {
  const reply = { address: 'support+42.abc@desk.example', does: 'comment on the ticket' }

  test('goes back to its own address and says so', async () => {
    const mail = composeMail(notice, to, { ...place, reply })
    const { read } = await sent(mail)
    expect(read.replyTo?.text).toBe(reply.address)
    expect(mail.text).toMatch(/^--- Write your reply above this line ---\n\n/)
    expect(mail.text).toContain('\nReply to this mail to comment on the ticket.\n')
    expect(mail.html).toContain('--- Write your reply above this line ---')
    expect(mail.html).toContain('Reply to this mail to comment on the ticket.')
    expect(mail.text + mail.html).not.toContain('Nobody reads')
  })

  test('is unlike others, which say that nobody reads answers', () => {
    const { html, text, replyTo } = compose()
    expect(replyTo).toBeUndefined()
    expect(html).toContain('Nobody reads replies to this mail.')
    expect(text + html).not.toContain('above this line')
  })
})
