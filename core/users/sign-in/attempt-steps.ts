/**
 * `free` attempts without a pause; after each further one a pause that doubles from `firstDelayMs` to `maxDelayMs`. The count
 * restarts after `windowMs` without an attempt.
 */
export type AttemptPolicy = { free: number; firstDelayMs: number; maxDelayMs: number; windowMs: number }

/** When an attempt no longer counts, unless another one follows. */
export const windowEnd = (at: Date, { windowMs }: AttemptPolicy) => new Date(at.getTime() + windowMs)

const atLeastZero = (value: object) => ({ $max: [0, value] })

/**
 * The update that counts an attempt unless a pause is not over. One update decides and counts, so of simultaneous attempts
 * after the free ones a single one goes through: the one whose id is in `last` afterwards.
 */
export function attemptSteps(id: string, at: Date, policy: AttemptPolicy) {
  const { free, firstDelayMs, maxDelayMs } = policy
  const isOpen = { $gt: ['$expiresAt', at] }
  const whenOpen = (value: unknown, otherwise: unknown) => ({ $cond: [isOpen, value, otherwise] })
  const mayBegin = { $or: [{ $lt: ['$count', free] }, { $lte: ['$retryAt', at] }] }
  const begins = { $eq: ['$last', id] }
  const whenBegun = (field: string, value: unknown) => ({ [field]: { $cond: [begins, value, `$${field}`] } })
  const doubled = { $max: [firstDelayMs, { $min: [maxDelayMs, { $multiply: [2, '$delayMs'] }] }] }
  return [
    {
      $set: {
        count: whenOpen('$count', 0),
        delayMs: whenOpen({ $ifNull: ['$delayMs', 0] }, 0),
        retryAt: whenOpen({ $ifNull: ['$retryAt', at] }, at),
      },
    },
    { $set: { last: { $cond: [mayBegin, id, '$last'] } } },
    {
      $set: {
        ...whenBegun('count', { $add: ['$count', 1] }),
        ...whenBegun('expiresAt', windowEnd(at, policy)),
      },
    },
    { $set: whenBegun('delayMs', { $cond: [{ $lt: ['$count', free] }, 0, doubled] }) },
    { $set: whenBegun('retryAt', { $add: [at, '$delayMs'] }) },
  ]
}

/** The update that takes one attempt off again, with the pause that it caused. */
export const undoSteps = (at: Date) => [
  {
    $set: {
      count: atLeastZero({ $subtract: ['$count', 1] }),
      delayMs: { $divide: [{ $ifNull: ['$delayMs', 0] }, 2] },
      retryAt: at,
    },
  },
]
