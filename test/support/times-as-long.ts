const rounds = 5

/**
 * Runs two pieces of work by turns and compares the fastest round of each, so that a busy machine slows both.
 * @returns how many times as long the first takes
 */
export function timesAsLong(work: () => unknown, ordinary: () => unknown): number {
  const fastest = { work: Number.POSITIVE_INFINITY, ordinary: Number.POSITIVE_INFINITY }
  for (let round = 0; round < rounds; round++) {
    fastest.ordinary = Math.min(fastest.ordinary, millisecondsOf(ordinary))
    fastest.work = Math.min(fastest.work, millisecondsOf(work))
  }
  return fastest.work / fastest.ordinary
}

function millisecondsOf(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}
