import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { receiveMail } from '../../../core/inbound-mail/receive-mail.ts'
import { composeMail } from '../../../core/notifications/mail/mail.ts'
import { createMailer, type Mailer } from '../../../core/notifications/mail/mailer.ts'
import { ticketNotice } from '../../../core/notifications/ticket-notice/ticket-notice.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import { type LocalMailbox, startMailbox } from '../../../local/mail/mailbox.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../support/desk-in-process.ts'

let at: DeskInProcess
let ann: Known
let folder: string
let mailbox: LocalMailbox
let mailer: Mailer
beforeAll(async () => {
  at = await deskInProcess({ inboundMail: {} })
  ann = await at.somebody('user')
  folder = await mkdtemp(join(tmpdir(), 'mail-reply-'))
  mailbox = await startMailbox({ folder, report: () => {} })
  mailer = createMailer({ ...mailbox, from: 'Deskbridge <desk@desk.example>' })
})
afterAll(async () => {
  mailer.close()
  await mailbox.stop()
  await rm(folder, { recursive: true, force: true })
  await rm(`${folder}.login.json`, { force: true })
  await at.close()
})

test('an answer from the local mailbox goes the whole way: SMTP, signed address, parser, comment', async () => {
  const input = { title: 'Printer on fire', description: 'It burns.', urgency: 'normal' as const }
  const { ticket } = await openTicket(at.desk, ann.user, { key: 'web:1', source: 'web', input })
  const address = at.desk.replyAddresses?.sign({ ticket, user: ann.user._id, visibility: 'public' }) ?? ''
  const notice = ticketNotice('waiting', ticket, 'https://desk.example', { answeredByMail: true })
  await mailer.send(
    composeMail(
      notice,
      { email: ann.user.email ?? '', name: 'Ann: “Lee”, <boss>' },
      {
        key: `${ticket._id}:2:0`,
        thread: `ticket.${ticket._id}`,
        ...{
          domain: 'desk.example',
          why: 'this ticket is yours',
          settingsUrl: 'https://desk.example/profile',
        },
        reply: { address, does: 'comment on the ticket' },
      },
    ),
  )
  const [head] = await mailbox.list({ limit: 1 })
  expect((await mailbox.read(head?.id ?? ''))?.text).toContain('Reply to this mail and work goes on.')
  const raw = await mailbox.reply(head?.id ?? '', 'I pulled the plug.\n\n> it said so\n\nIt still burns.')
  if (!raw || !at.inbound) throw new Error('no answer')
  expect(await receiveMail(at.inbound, Readable.from([raw]))).toBe('commented')
  const comments = await at.database.comments.find({ ticket: ticket._id }).lean()
  expect(comments).toMatchObject([
    { body: 'I pulled the plug.\n\nIt still burns.', surface: 'mail', author: { id: ann.user._id } },
  ])
})

test('there is no answer to a mail that is not there', async () =>
  expect(await mailbox.reply('177000000000000-0a1b2c3d', 'Hello')).toBeUndefined())
