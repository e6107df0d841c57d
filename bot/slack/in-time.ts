const tooLate = Symbol('too late')

/**
 * Slack shows an error of its own when a submission isn't answered within 3 s. So the answer comes in time even when
 * the work doesn't: it goes on, and since it is idempotent the person may simply submit again.
 * @returns the work's result, or `late` when it took longer than `ms` milliseconds
 */
export async function inTime<T>(work: Promise<T>, ms: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const clock = new Promise<typeof tooLate>((resolve) => {
    timer = setTimeout(resolve, ms, tooLate)
  })
  try {
    const first = await Promise.race([work, clock])
    return first === tooLate ? late : first
  } finally {
    clearTimeout(timer)
  }
}
