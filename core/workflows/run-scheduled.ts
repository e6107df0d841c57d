import type { Channel } from '../notifications/events.ts'
import type { ScheduledNotification } from '../notifications/scheduled-notification.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { tellOnDiscord } from './deliver-discord.ts'
import { mailOfAccount, tellByMail } from './deliver-mail.ts'
import { tellOnSlack } from './deliver-slack.ts'
import { drainQueue } from './drain-queue.ts'
import { sendDigest } from './send-digest.ts'
import type { Telling } from './telling.ts'
import type { Worker } from './worker.ts'

/** Does one scheduled notification, which goes with the last of what it owes. @returns how many entries were done */
export async function runErrand(worker: Worker, id: string, queue: Channel): Promise<number> {
  const store = worker.desk.scheduledNotifications
  const scheduled = await store.find(id)
  if (!scheduled) return 0
  return drainQueue(store, id, queue, async (owed) => {
    await perform(worker, scheduled, owed)
    return undefined
  })
}

/** Whose account or ticket is gone need not be told. */
async function perform(worker: Worker, scheduled: ScheduledNotification, owed: OutboxEntry) {
  const { desk } = worker
  const person = await desk.users.living(await desk.users.find(scheduled.person))
  if (!person) return
  if (scheduled.reason === 'digest') return sendDigest(worker, scheduled, owed, person)
  if (scheduled.ticket === null) return mailOfAccount(worker, owed, person, scheduled)
  const ticket = await desk.tickets.find(scheduled.ticket)
  if (ticket) await tellOn(worker, { owed, ticket, person, scheduled })
}

function tellOn(worker: Worker, telling: Omit<Telling, 'channel'>) {
  const { slack, discord } = worker
  if (telling.owed.queue === 'mail') return tellByMail(worker, telling)
  if (telling.owed.queue === 'slack' && slack) return tellOnSlack({ ...worker, slack }, telling)
  if (telling.owed.queue === 'discord' && discord) return tellOnDiscord({ ...worker, discord }, telling)
  return Promise.resolve()
}
