import { accountNotice } from '../../core/notifications/account-notice.ts'
import { composeMail, type Mail, type MailWords } from '../../core/notifications/mail/mail.ts'
import { mailContext } from '../../core/notifications/mail/mail-context.ts'
import type { Notice } from '../../core/notifications/notice.ts'
import { composeDigest } from '../../core/notifications/scheduled/digest.ts'
import { ticketNotice } from '../../core/notifications/ticket-notice/ticket-notice.ts'
import type { Topic } from '../../core/outbox/topics.ts'
import { sentence } from '../../core/text/sentence.ts'
import { eventOf, events } from '../../core/users/preferences/events.ts'
import { clockAt } from '../../core/users/preferences/local-time.ts'
import { assignedTo, later, max, resolvedBy, ticketOf } from '../support/ticket-fixture.ts'

const appUrl = 'https://desk.example.com'
const ann = { email: 'ann@example.com', name: 'Ann Lee' }
const moe = { email: 'max@example.com', name: 'Max Moe' }
const unsubscribeUrl = `${appUrl}/unsubscribe/65f0c0ff.m2vN8rT0`

const resolution = `The tray is out, and so is the fire. The cause was a **stuck fuser**; the vendor has it now.

- Print on the second floor until Friday: \`\\\\print\\second\`
- How to add a printer yourself: https://wiki.example.com/it/printing/adding-a-printer`

const unresolved = ticketOf({
  ...assignedTo(max),
  priority: 'urgent',
  category: 'Hardware',
  summary: 'The label printer on the third floor burns, and nobody can ship.',
})
const resolved = ticketOf({
  ...resolvedBy(max),
  resolution: { ...resolvedBy(max).resolution, text: resolution },
})

const replyTo = (does: string) => ({ address: 'support+42.k3vq7h@example.com', does })

const mailOf = (words: MailWords, to: typeof ann, why: string, more: object) =>
  composeMail(words, to, { ...mailContext({ appUrl }, 'picture', why), ...more })

const mailAbout = (notice: Notice & { topic: Topic }, to: typeof ann, more: object) =>
  mailOf(notice, to, events[eventOf(notice.topic)].why, more)

const line = (hours: number, words: string, heading = '#42 Printer on fire') => ({
  ...{ ticket: heading, heading: sentence`${heading}` },
  text: sentence`${clockAt(later(hours * 3_600), 'UTC')} ${words}`,
  url: appUrl,
})

/** The mails of docs/mails.md, as the desk composes them. */
export const mails: Record<'assigned' | 'resolved' | 'digest' | 'invitation', Mail> = {
  assigned: mailAbout(ticketNotice('assigned', unresolved, appUrl), moe, {
    unsubscribeUrl,
    reply: replyTo('add an internal note'),
  }),
  resolved: mailAbout(ticketNotice('resolved', resolved, appUrl, { answeredByMail: true }), ann, {
    unsubscribeUrl,
    reply: replyTo('comment on the ticket'),
  }),
  digest: mailOf(
    composeDigest(
      [
        line(8.7, 'Max Moe is working on it'),
        line(9.1, 'Waiting for your answer', '#37 New laptop for the trainee who begins on Monday'),
        line(12.2, 'Max Moe commented: “Is it still smoking?”'),
        line(
          22.9,
          'Resolved: “The tray is out, and so is the fire. The cause was a stuck fuser; the vendor has it now.”',
        ),
      ],
      appUrl,
    ),
    ann,
    'you chose one mail a day',
    { unsubscribeUrl },
  ),
  invitation: mailAbout(
    accountNotice('account-created', { name: 'Ann Lee', appUrl, token: 'k3vq7h' }),
    ann,
    {},
  ),
}
