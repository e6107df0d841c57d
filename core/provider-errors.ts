/** A provider cannot take it now: a rate limit, an overload, a network that is down. Try again after `afterMs`. */
export class RetryLater extends Error {
  readonly afterMs: number

  constructor(reason: string, afterMs: number) {
    super(reason)
    this.name = 'RetryLater'
    this.afterMs = afterMs
  }
}

/** Another run holds the lease, so nothing is wrong with the provider. */
export class HeldByAnother extends RetryLater {}

/** A provider will never take it: the person has left, or accepts no direct messages. A retry would not help. */
export class RefusedByProvider extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'RefusedByProvider'
  }
}

/** For updates of something that may be gone at the provider. @throws every other error */
export function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof RefusedByProvider)) throw error
}
