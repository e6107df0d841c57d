/**
 * Runs work once at a time for each id. Whoever asks for the same id while it runs gets its result.
 * @returns a function that says also whether the work was this caller's
 */
export function createSingleFlight<Result>() {
  const running = new Map<string, Promise<Result>>()

  return async (id: string, work: () => Promise<Result>): Promise<{ result: Result; isFirst: boolean }> => {
    const earlier = running.get(id)
    if (earlier) return { result: await earlier, isFirst: false }
    const mine = work().finally(() => running.delete(id))
    running.set(id, mine)
    return { result: await mine, isFirst: true }
  }
}
