/** A temporary failure at a provider: a rate limit, an overload or a network outage. Retry after `afterMs`. */
export class RetryLater extends Error {
  readonly afterMs: number

  constructor(reason: string, afterMs: number) {
    super(reason)
    this.name = 'RetryLater'
    this.afterMs = afterMs
  }
}

/** Another run holds the lease. Nothing is wrong with the provider. */
export class HeldByAnother extends RetryLater {}

/** One recipient can't be reached for now, e.g. because their mailbox is full. The provider itself works. */
export class RetryRecipientLater extends RetryLater {}

/** A permanent refusal: for example, the person has left or accepts no direct messages. Do not retry. */
export class RefusedByProvider extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'RefusedByProvider'
  }
}

/** Ignores a refused update, because its target may no longer exist. @throws every other error */
export function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof RefusedByProvider)) throw error
}
