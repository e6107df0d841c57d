/** What goes wrong with the next calls of a method. */
export type Fault = {
  /** Such as `chat.postMessage`; `*` for any. */
  method: string
  /** How many calls; 1 if not said. */
  times?: number
  /** An HTTP status instead of an answer; 429 carries `Retry-After`. */
  status?: number
  /** Seconds, for 429; 1 if not said. */
  retryAfter?: number
  /** `{ok: false, error}` instead of the work. */
  error?: string
  /** Milliseconds before anything happens. */
  delayMs?: number
  /** The work is done, then the connection drops: the caller cannot know. */
  loseAnswer?: boolean
  /** The connection drops before any work. */
  refuse?: boolean
}

/** Faults to come, used up call by call in the order they were asked for. */
export function createFaults() {
  const pending: (Fault & { left: number })[] = []

  return {
    /** @returns takes the fault back */
    add(fault: Fault): () => void {
      if (fault.status === undefined && !fault.error && !fault.delayMs && !fault.loseAnswer && !fault.refuse)
        throw new Error('A fault needs status, error, delayMs, loseAnswer or refuse.')
      const added = { ...fault, left: fault.times ?? 1 }
      pending.push(added)
      return () => {
        added.left = 0
      }
    },

    take(method: string): Fault | undefined {
      const fault = pending.find((one) => one.left > 0 && (one.method === method || one.method === '*'))
      if (fault) fault.left -= 1
      return fault
    },

    clear() {
      pending.length = 0
    },
  }
}
