import { afterAll, beforeAll, expect, test } from 'vitest'
import { startImapServer } from '../doubles/imap/imap-server.ts'
import { rawMail } from '../support/raw-mail.ts'
import { createWorld, fileInSlack, people, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

const { ada, max } = people
const title = 'Printer on fire'
let world: World
let server: Awaited<ReturnType<typeof startImapServer>>

beforeAll(async () => {
  server = await startImapServer({ user: 'support@example.com', pass: 'a password' })
  world = await createWorld({
    settings: { INBOUND_MAIL_ADDRESS: 'support@example.com', IMAP_URL: server.url },
  })
  await world.connected()
  await world.moderator(max)
  await waitFor(async () => (await world.health()).services['mail-in']?.state === 'up', {
    what: 'the mailbox',
    timeoutMs: 20_000,
  })
})
afterAll(async () => {
  await world?.close()
  await server.stop()
})

test('the requester answers a mail, and the moderator reads it in the thread on Discord', async () => {
  await fileInSlack(world, title)
  const { id } = await waitFor(() => world.ticket(title).catch(() => undefined), { what: 'the ticket' })
  await waitFor(() => world.thread(title), { what: 'the thread', timeoutMs: 10_000 })
  await waitFor(async () => (await world.ticket(title)).triage.state === 'done', { what: 'triage' })
  expect(await world.api().post(`/api/tickets/${id}/claim`)).toMatchObject({ status: 200 })
  expect(await world.api().post(`/api/tickets/${id}/wait`)).toMatchObject({ status: 200 })
  const mail = await waitFor(() => world.mailTo(ada.email, /Write your reply/), {
    what: 'the mail',
    timeoutMs: 20_000,
  })
  expect(mail.text).toContain('Reply to this mail and work goes on.')
  expect(mail.headers['reply-to']).toMatch(/^support\+\d+\.[a-z2-7]{20}@example\.com$/)

  const quoted = mail.text.replace(/^/gm, '> ')
  const answer = {
    from: `Ada <${ada.email}>`,
    to: mail.headers['reply-to'] ?? '',
    text: `I pulled the plug.\n\nAm Mo., 30. Nov. 2026 um 10:12 Uhr schrieb Desk <desk@localhost>:\n\n${quoted}`,
    messageId: '<1@mail.example>',
  }
  server.deliver(rawMail({ ...answer, from: 'Eve <eve@example.com>', messageId: '<2@mail.example>' }))
  server.deliver(rawMail(answer))
  server.deliver(rawMail(answer))
  const shown = () => JSON.stringify(world.thread(title))
  await waitFor(() => shown().includes('I pulled the plug.'), {
    what: 'the answer on Discord',
    timeoutMs: 20_000,
  })
  expect(shown()).not.toContain('schrieb')
  expect((await world.ticket(title)).status).toBe('in_progress')
  await waitFor(() => server.folder.seen().length === 3, { what: 'all three mails', timeoutMs: 10_000 })
  const { body } = await world.api().get<{ comments: { body: string }[] }>(`/api/tickets/${id}/comments`)
  expect(body.comments.map((comment) => comment.body)).toEqual(['I pulled the plug.'])
  const refusal = await waitFor(() => world.mailTo('eve@example.com'), {
    what: 'the refusal',
    timeoutMs: 20_000,
  })
  expect(refusal.text).toContain('only from people who have an account')
})

test('a mail to the desk files a ticket, and its sender gets the number', async () => {
  server.deliver(
    rawMail({
      from: ada.email,
      to: 'support@example.com',
      subject: 'Fwd: Door is stuck',
      text: 'It does not open.',
    }),
  )
  const filed = await waitFor(() => world.ticket('Door is stuck').catch(() => undefined), {
    what: 'the ticket',
    timeoutMs: 20_000,
  })
  expect(filed).toMatchObject({
    source: 'mail',
    description: 'It does not open.',
    requester: { name: ada.name },
  })
  const mail = await waitFor(() => world.mailTo(ada.email, /Door is stuck/), {
    what: 'the confirmation',
    timeoutMs: 20_000,
  })
  expect(mail.text).toContain(`filed it as #${filed.number}`)
})

test('the server saw nothing that it does not allow', () => expect(server.violations).toEqual([]))
