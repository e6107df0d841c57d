import { type ApiFailure, isApiFailure, problemsIn } from '../../discord/failures.ts'

/** Why a call was not carried out: the platform's own name for it, and the words that its client shows. */
export class Refusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

/** An error of a call as the page is told it. What people can't do on a platform is an Error with words. */
export function refusalOf(error: unknown): { code: string; message: string } {
  if (error instanceof Refusal) return { code: error.code, message: error.message }
  if (isApiFailure(error)) return { code: String(error.body.code ?? error.status), message: messageOf(error) }
  return { code: 'not_possible', message: error instanceof Error ? error.message : String(error) }
}

/** Names the fields that are wrong. */
const messageOf = ({ message, body: { errors } }: ApiFailure) =>
  errors ? `${message}. ${problemsIn(errors).join(' ')}` : message
