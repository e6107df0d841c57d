import { idOf } from '../ids.ts'
import { rowOf, type Telling } from './telling.ts'
import type { Worker } from './worker.ts'

/** Keeps it until the quiet hours are over. Each step may run again. */
export async function holdBack({ desk, deliveries }: Worker, telling: Telling, until: Date) {
  const { owed, ticket, person } = telling
  await desk.scheduledNotifications.add({
    _id: owed.id,
    reason: 'quiet-hours',
    person: person._id,
    ticket: ticket._id,
    dueAt: until,
    outbox: [owed],
  })
  await deliveries.hold({ ...rowOf(telling), startedAt: desk.now() }, until)
}

/** Puts it into the person's digest of that time; a day with too much for one mail has several. */
export async function collect({ desk, deliveries }: Worker, telling: Telling, until: Date) {
  const { owed, ticket, person } = telling
  const item = { owed, ticket: ticket._id, at: owed.at }
  for (let part = 1; ; part++) {
    const digest = `digest:${person._id}:${until.getTime()}:${part}`
    const first = {
      ...owed,
      id: `${digest}:${idOf(owed.id).slice(0, 8)}`,
      queue: 'mail' as const,
    }
    const added = await desk.scheduledNotifications.add({
      _id: digest,
      reason: 'digest',
      person: person._id,
      ticket: null,
      dueAt: until,
      items: [item],
      outbox: [first],
    })
    if (added || (await desk.scheduledNotifications.addTo(digest, item))) break
  }
  await deliveries.hold({ ...rowOf(telling), startedAt: desk.now() }, until)
}
