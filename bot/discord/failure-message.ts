import { isRefusal } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { type Sentence, sentence } from '../../core/text/sentence.ts'

/** The text for an error. Errors other than refusals are logged, and the person sees no details. */
export function failureMessage(error: unknown, log: Log): Sentence {
  if (isRefusal(error)) return error.words
  log.error({ err: error }, 'A Discord handler failed')
  return sentence`Something went wrong on our side. Try again in a minute.`
}
