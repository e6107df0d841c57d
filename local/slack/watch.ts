/** Who looks again after every change. @param state in words, for the error when what one waits for doesn't come */
export function createWatch(state: () => string) {
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const look of watchers) look()
  }

  /** Calls `look` after every change. @returns ends it */
  const onChange = (look: () => void) => {
    watchers.add(look)
    return () => void watchers.delete(look)
  }

  /** What `find` gives, now or as soon as anything changes; else an error with `what` and the state. */
  async function waitFor<T>(
    find: () => T | undefined | false,
    { timeoutMs = 5000, what = 'something in Slack' }: { timeoutMs?: number; what?: string } = {},
  ): Promise<T> {
    const found = Promise.withResolvers<T>()
    const look = () => {
      const value = find()
      if (value) found.resolve(value)
    }
    const tooLate = setTimeout(
      () => found.reject(new Error(`Waited ${timeoutMs} ms for ${what}.\n${state()}`)),
      timeoutMs,
    )
    // What a test waits for may also change outside Slack, so look now and then even when nothing moves here.
    const looking = setInterval(look, 25)
    const end = onChange(look)
    look()
    return found.promise.finally(() => {
      clearTimeout(tooLate)
      clearInterval(looking)
      end()
    })
  }

  return { changed, onChange, waitFor }
}
