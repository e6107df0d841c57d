import { readdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { startMailbox } from '../../../local/mail/mailbox.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const quiet = () => undefined

async function openMailbox() {
  const folder = path.join(await temporaryFolder(), 'mail')
  const mailbox = await startMailbox({ folder, report: quiet })
  const transport = createTransport({
    host: mailbox.host,
    port: mailbox.port,
    auth: { user: mailbox.user, pass: mailbox.pass },
  })
  return { folder, mailbox, transport }
}

test('a message is on disk when it was accepted, and comes back as it was sent', async () => {
  const { folder, mailbox, transport } = await openMailbox()
  await transport.sendMail({
    from: 'Desk <desk@example.com>',
    to: ['Ada <ada@example.com>', 'bob@example.com'],
    bcc: 'eve@example.com',
    subject: 'Ticket #42: Drucker brennt – schon wieder',
    messageId: '<ticket-42@desk.example>',
    references: ['<a@desk.example>', '<b@desk.example>'],
    headers: { 'X-Desk-Ticket': '42' },
    text: 'Grüße\n.\nfrom the desk',
    html: '<p>Grüße</p>',
  })
  expect((await readdir(folder)).filter((name) => name.endsWith('.eml'))).toHaveLength(1)
  await mailbox.stop()

  const again = await startMailbox({ folder, report: quiet })
  const [summary] = await again.list({ limit: 10 })
  expect(summary).toEqual({
    id: expect.stringMatching(/^\d+-[0-9a-f]+$/),
    from: '"Desk" <desk@example.com>',
    to: ['ada@example.com', 'bob@example.com'],
    subject: 'Ticket #42: Drucker brennt – schon wieder',
    date: expect.any(Date),
  })
  expect(Math.abs(Date.now() - Number(summary?.date))).toBeLessThan(60_000)
  expect(await again.read(summary?.id ?? '')).toMatchObject({
    ...summary,
    messageId: '<ticket-42@desk.example>',
    references: ['<a@desk.example>', '<b@desk.example>'],
    text: expect.stringContaining('Grüße\n.\nfrom the desk'),
    html: expect.stringContaining('<p>Grüße</p>'),
    headers: { 'x-desk-ticket': '42', 'delivered-to': 'ada@example.com\nbob@example.com\neve@example.com' },
  })
  await again.stop()
})

test('the newest come first, as many as asked for', async () => {
  const { mailbox, transport } = await openMailbox()
  for (const subject of ['one', 'two', 'three'])
    await transport.sendMail({ from: 'desk@example.com', to: 'ada@example.com', subject, text: subject })
  expect((await mailbox.list({ limit: 2 })).map(({ subject }) => subject)).toEqual(['three', 'two'])
  await mailbox.stop()
})

test('an id that names no message finds nothing, wherever it points', async () => {
  const { folder, mailbox } = await openMailbox()
  await writeFile(path.join(folder, '..', 'secret.eml'), 'Subject: secret\r\n\r\n')
  expect(await mailbox.read('../secret')).toBeUndefined()
  expect(await mailbox.read('000000000000001-00000000')).toBeUndefined()
  await mailbox.stop()
})

test('a message that is too large is refused for good and not kept', async () => {
  const { folder, mailbox, transport } = await openMailbox()
  const huge = { from: 'desk@example.com', to: 'ada@example.com', text: 'x'.repeat(26 * 1024 * 1024) }
  await expect(transport.sendMail(huge)).rejects.toMatchObject({ responseCode: 552 })
  expect(await readdir(folder)).toEqual([])
  await mailbox.stop()
})

test('a port in use is reported in one line with the remedy', async () => {
  const { folder, mailbox } = await openMailbox()
  await expect(startMailbox({ folder, report: quiet, port: mailbox.port })).rejects.toThrow(
    /^The local mailbox cannot use port \d+ .*EADDRINUSE.*\. Free the port, or set MAILTRAP_SMTP_HOST$/,
  )
  await mailbox.stop()
})

test.each([
  ['nobody', undefined],
  ['a wrong password', { user: 'desk', pass: 'thing' }],
  ['an empty password', { user: 'desk', pass: '' }],
])('takes no mail from %s', async (_name, auth) => {
  const { folder, mailbox } = await openMailbox()
  const stranger = createTransport({ host: mailbox.host, port: mailbox.port, ...(auth ? { auth } : {}) })
  const mail = { from: 'desk@example.com', to: 'ada@example.com', subject: 'Your password', text: 'x' }
  await expect(stranger.sendMail(mail)).rejects.toThrow(/530|535|credentials/i)
  expect(await readdir(folder)).toEqual([])
  await mailbox.stop()
})

test('its password is the same after a restart, and for the owner only', async () => {
  const { folder, mailbox } = await openMailbox()
  await mailbox.stop()
  const again = await startMailbox({ folder, report: quiet })
  expect(again.pass).toBe(mailbox.pass)
  expect((await stat(`${folder}.login.json`)).mode & 0o777).toBe(0o600)
  await again.stop()
})

test('it refuses mail when ordered to, temporarily', async () => {
  const { mailbox, transport } = await openMailbox()
  const mail = { from: 'desk@example.com', to: 'ada@example.com', subject: 'Resolved', text: 'Done' }
  mailbox.refuse(true)
  await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 421 })
  mailbox.refuse(false)
  await transport.sendMail(mail)
  expect(await mailbox.list({ limit: 10 })).toHaveLength(1)
  await mailbox.stop()
})
