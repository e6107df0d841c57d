import { type EffectOf, firstRetryMs, type OutboxEntry, type OutboxQueue } from './entry.ts'

type ChangeContext = { document: string; version: number; now: Date }

/** What a store writes together with a change: the entries to push, and the fields to set beside them. */
export type Enqueued<Entry> = {
  entries: Entry[]
  fields: { nextAttemptAt?: Date; attempts?: number }
}

/**
 * Turns the effects of one change into outbox entries with ids and times. Drops effects for queues that this desk does
 * not serve, such as Slack's when Slack is not configured.
 */
export function enqueue<Entry extends OutboxEntry>(
  effects: readonly EffectOf<Entry>[],
  { document, version, now }: ChangeContext,
  served: ReadonlySet<OutboxQueue>,
): Enqueued<Entry> {
  const entries = effects
    .filter(({ queue }) => served.has(queue))
    .map((effect, index) => ({ ...effect, id: `${document}:${version}:${index}`, at: now }) as Entry)
  const nextAttemptAt = new Date(now.getTime() + firstRetryMs)
  return { entries, fields: entries.length > 0 ? { nextAttemptAt, attempts: 0 } : {} }
}
