import { sendAccountMail } from '../notifications/mail/send-account-mail.ts'
import { sendNotification } from '../notifications/send-notification.ts'
import { sendScheduled } from './send-scheduled.ts'
import type { Worker } from './worker.ts'
import { defaultConcurrency, taskPerDocument, type Workflow } from './workflow.ts'

/** Runs when a mail about a ticket or an account is to be sent, or a scheduled mail is due. */
export const sendMail = (worker: Worker): Workflow => ({
  queue: 'mail',
  step: 'send mail',
  concurrency: defaultConcurrency,
  on: {
    tickets: taskPerDocument((id) =>
      worker.desk.tickets.outbox.drain(id, 'mail', async (ticket, entry) => ({
        result: `#${ticket.number} ${await sendNotification(worker, { entry, ticket })}`,
      })),
    ),
    users: taskPerDocument((id) =>
      worker.desk.users.outbox.drain(id, 'mail', async (person, entry) => ({
        result: `account ${person._id} ${await sendAccountMail(worker, entry, person)}`,
      })),
    ),
    scheduledNotifications: taskPerDocument((id) => sendScheduled(worker, id, 'mail')),
  },
})
