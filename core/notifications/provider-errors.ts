/** A provider can't take it now: a rate limit, an overload, a network that is down. Try again after `afterMs`. */
export class RetryLater extends Error {
  readonly afterMs: number

  constructor(reason: string, afterMs: number) {
    super(reason)
    this.name = 'RetryLater'
    this.afterMs = afterMs
  }
}

/** A provider will never take it: the person has left, or refuses direct messages. Trying again helps nobody. */
export class RefusedByProvider extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'RefusedByProvider'
  }
}
