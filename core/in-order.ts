/**
 * Runs work in the order in which it was given, one piece at a time for each key. Different keys wait for nothing. A
 * failure concerns only whoever gave that piece.
 */
export function createOrder() {
  /** the last work given for each key */
  const last = new Map<string, Promise<unknown>>()

  function inOrder<T>(key: string, work: () => Promise<T>): Promise<T> {
    const turn = (last.get(key) ?? Promise.resolve()).then(work, work)
    last.set(key, turn)
    const forget = () => {
      if (last.get(key) === turn) last.delete(key)
    }
    turn.then(forget, forget)
    return turn
  }

  const finished = async () => {
    await Promise.allSettled(last.values())
  }

  return { inOrder, finished }
}
