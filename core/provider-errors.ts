/** A temporary failure at a provider: a rate limit, an overload or a network outage. Retry after `afterMs`. */
export class RetryLater extends Error {
  readonly afterMs: number

  constructor(reason: string, afterMs: number) {
    super(reason)
    this.name = 'RetryLater'
    this.afterMs = afterMs
  }
}

/** Only this document has to wait, e.g. for the next new name of its thread. The provider takes everything else. */
export class RetryThisLater extends RetryLater {}

/** The provider takes no more messages there for now. Nothing was sent, so the next try need not look for it. */
export class NotSentYet extends RetryThisLater {}

/** The server has as many active threads as Discord allows. One can be opened once another is archived. */
export class TooManyThreads extends RetryThisLater {}

/** Another run holds the lease. Nothing is wrong with the provider. */
export class HeldByAnother extends RetryThisLater {}

/** Nothing failed: the work is done, and will be repeated on purpose. */
export class RepeatLater extends RetryThisLater {}

/** One recipient can't be reached for now, e.g. because their mailbox is full. The provider itself works. */
export class RetryRecipientLater extends RetryThisLater {}

/** A permanent refusal: for example, the person has left or accepts no direct messages. Do not retry. */
export class RefusedByProvider extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'RefusedByProvider'
  }
}

/** The provider takes messages there, but not this text, e.g. because of a forbidden word or link. */
export class TextRefused extends RefusedByProvider {}

/** The message, or the thread that it was in, no longer exists. Somebody has deleted it by hand. */
export class GoneAtProvider extends RefusedByProvider {
  readonly what: 'message' | 'thread'

  constructor(reason: string, what: 'message' | 'thread') {
    super(reason)
    this.what = what
  }
}

/** Ignores a refused update, because its target may no longer exist. @throws every other error */
export function ignoreRefusal(error: unknown): undefined {
  if (!(error instanceof RefusedByProvider)) throw error
}
