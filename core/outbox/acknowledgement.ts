import type { OutboxEntry, OutboxQueue } from './entry.ts'

/**
 * One update that removes handled entries, adds what they left to do, sets fields, clears the next attempt when no entries are left, and releases
 * a lease. Because it is one update, a kill leaves all of it done or none.
 */
export const acknowledgement = (
  entries: readonly OutboxEntry[],
  fields: Record<string, unknown>,
  release: OutboxQueue | undefined,
  added: readonly OutboxEntry[] = [],
) => [
  {
    $set: {
      outbox: withAll(without(entries.map(({ id }) => id)), added),
      // literal: values that begin with a dollar sign are not field paths
      ...Object.fromEntries(Object.entries(fields).map(([path, value]) => [path, { $literal: value }])),
    },
  },
  {
    $set: { nextAttemptAt: whenPending('$nextAttemptAt', '$$REMOVE'), attempts: whenPending('$attempts', 0) },
  },
  ...(release ? [{ $unset: `leases.${release}` }] : []),
]

const without = (ids: string[]) => ({
  $filter: { input: '$outbox', cond: { $not: [{ $in: ['$$this.id', ids] }] } },
})

const withAll = (outbox: unknown, added: readonly OutboxEntry[]) =>
  added.length > 0 ? { $concatArrays: [outbox, { $literal: added }] } : outbox

const whenPending = (pending: unknown, empty: unknown) => ({
  $cond: [{ $gt: [{ $size: '$outbox' }, 0] }, pending, empty],
})
