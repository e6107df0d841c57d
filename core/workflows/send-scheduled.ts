import { sendAccountMail } from '../notifications/mail/send-account-mail.ts'
import { sendMailAnswer } from '../notifications/mail/send-mail-answer.ts'
import { sendCoalesced } from '../notifications/scheduled/coalesce.ts'
import type { ScheduledNotification } from '../notifications/scheduled/scheduled-notification.ts'
import { sendBatch } from '../notifications/scheduled/send-batch.ts'
import { sendDigest } from '../notifications/scheduled/send-digest.ts'
import { sendNotification } from '../notifications/send-notification.ts'
import { type Channel, type ScheduledEntry, UnknownEntry } from '../outbox/entry.ts'
import type { Worker } from './worker.ts'

/** Sends a scheduled notification that is due. The outbox then deletes it. */
export const sendScheduled = (worker: Worker, id: string, channel: Channel) =>
  worker.desk.scheduledNotifications.outbox.drain(id, channel, async (scheduled, entry) => ({
    result: await send(worker, scheduled, entry),
  }))

/** Sends nothing if the person or the ticket no longer exists. */
async function send(
  worker: Worker,
  scheduled: ScheduledNotification,
  entry: ScheduledEntry,
): Promise<string> {
  if (entry.kind === 'mail-answer') return sendMailAnswer(worker, scheduled, entry)
  const { users, tickets } = worker.desk
  const person = await users.survivorOf(await users.find(scheduled.person))
  if (!person) return `${entry.kind}: nobody to tell`
  switch (entry.kind) {
    case 'digest':
      return sendDigest(worker, scheduled, entry, person)
    case 'account-mail':
      return sendAccountMail(worker, entry, person, scheduled)
    case 'notify': {
      if (scheduled.reason === 'together') return sendBatch(worker, scheduled, entry, person)
      const ticket = scheduled.ticket === null ? null : await tickets.find(scheduled.ticket)
      if (!ticket) return `${entry.topic}: ticket gone`
      if (scheduled.reason === 'coalesced')
        return `#${ticket.number} ${await sendCoalesced(worker, scheduled, { entry, ticket, person })}`
      return `#${ticket.number} ${await sendNotification(worker, { entry, ticket, scheduled })}`
    }
    default:
      throw new UnknownEntry(entry)
  }
}
