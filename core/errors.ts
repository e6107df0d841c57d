import { plainOf, type Sentence, sentence } from './text/sentence.ts'

/**
 * Why the desk refused a request. Each surface presents a kind in its own way: the API as an RFC 9457 problem, Slack as
 * a message at the field, Discord as a private reply.
 */
export type RefusalKind =
  | 'invalid' // the input is wrong; `field` says where
  | 'unauthenticated' // nobody is signed in, or the session has ended
  | 'forbidden' // signed in and may see it, but may not do this
  | 'not-found' // does not exist, or this person may not know that it exists
  | 'conflict' // the current state does not allow it; the message says why
  | 'too-large' // it has more bytes than this desk takes
  | 'too-many' // a limit was reached; retry after `retryAfterSeconds`

export type FieldError = { field: string; message: string }
type RefusalDetails = { field?: string; errors?: FieldError[]; retryAfterSeconds?: number }

export class Refusal extends Error {
  readonly kind: RefusalKind
  /** the message for media with formatting */
  readonly words: Sentence
  readonly field: string | undefined
  /** all wrong fields */
  readonly errors: FieldError[]
  readonly retryAfterSeconds: number | undefined

  /** @param message a plain string is shown as it is, without formatting */
  constructor(kind: RefusalKind, message: string | Sentence, more: RefusalDetails = {}) {
    const words = typeof message === 'string' ? sentence`${message}` : message
    super(plainOf(words))
    this.words = words
    this.name = 'Refusal'
    this.kind = kind
    this.field = more.field ?? more.errors?.[0]?.field
    this.errors = more.errors ?? (more.field ? [{ field: more.field, message: this.message }] : [])
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}

export const invalid = (field: string, message: string) => new Refusal('invalid', message, { field })
export const invalidFields = (errors: FieldError[]) =>
  new Refusal('invalid', errors.map(({ field, message }) => `${field}: ${message}`).join(' '), { errors })
export const unauthenticated = (message: string | Sentence = 'Sign in first.') =>
  new Refusal('unauthenticated', message)
export const forbidden = (message: string | Sentence) => new Refusal('forbidden', message)
export const notFound = (what: string) => new Refusal('not-found', `There is no such ${what}.`)
export const conflict = (message: string) => new Refusal('conflict', message)
export const tooLarge = (message: string) => new Refusal('too-large', message, { field: 'file' })
export const tooMany = (message: string, retryAfterSeconds: number) =>
  new Refusal('too-many', message, { retryAfterSeconds })

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal
