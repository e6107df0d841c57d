/** What the Web API answers with HTTP 200 and `ok: false`. */
export type Failure = {
  error: string
  needed?: string
  provided?: string
  /** `response_metadata.messages`, as for invalid_blocks. */
  messages?: string[]
}

const failures = new WeakMap<Error, Failure>()

/** An error to throw from a method; the server turns it into `{ok: false, error, ...}`. */
export function failure(error: string, details: Omit<Failure, 'error'> = {}): Error {
  const thrown = new Error(error)
  failures.set(thrown, { error, ...details })
  return thrown
}

export function failureOf(thrown: unknown): Failure | undefined {
  return thrown instanceof Error ? failures.get(thrown) : undefined
}
