/**
 * Why the desk refused something. Each surface chooses its own words and codes for a kind
 * (the API: an RFC 9457 problem; Slack: a line at the field; Discord: a private reply).
 */
export type RefusalKind =
  | 'invalid' // the input is wrong; `field` says where
  | 'unauthenticated' // nobody is signed in, or the session has ended
  | 'forbidden' // signed in and able to see it, but not allowed to do it
  | 'not-found' // does not exist, or is not this person's to know of
  | 'conflict' // somebody else was first; the message says who
  | 'too-many' // an attempt limit; `retryAfterSeconds` says when to come back

export type FieldError = { field: string; message: string }
type RefusalDetails = { field?: string; errors?: FieldError[]; retryAfterSeconds?: number }

export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly field: string | undefined
  /** every field that is wrong, where more than one can be told at once */
  readonly errors: FieldError[]
  readonly retryAfterSeconds: number | undefined

  constructor(kind: RefusalKind, message: string, more: RefusalDetails = {}) {
    super(message)
    this.name = 'Refusal'
    this.kind = kind
    this.field = more.field ?? more.errors?.[0]?.field
    this.errors = more.errors ?? (more.field ? [{ field: more.field, message }] : [])
    this.retryAfterSeconds = more.retryAfterSeconds
  }
}

export const invalid = (field: string, message: string) => new Refusal('invalid', message, { field })
export const invalidFields = (errors: FieldError[]) =>
  new Refusal('invalid', errors.map(({ field, message }) => `${field}: ${message}`).join(' '), { errors })
export const unauthenticated = (message = 'Sign in first.') => new Refusal('unauthenticated', message)
export const forbidden = (message: string) => new Refusal('forbidden', message)
export const notFound = (what: string) => new Refusal('not-found', `There is no such ${what}.`)
export const conflict = (message: string) => new Refusal('conflict', message)
export const tooMany = (message: string, retryAfterSeconds: number) =>
  new Refusal('too-many', message, { retryAfterSeconds })

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal
