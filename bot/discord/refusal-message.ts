import { isRefusal, type Refusal } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import { type Sentence, sentence } from '../../core/text/sentence.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import type { Actor } from '../../core/users/user.ts'

/**
 * The text for a refusal in a ticket's thread. Elsewhere the desk hides tickets that a person may not see. In the
 * thread they see the card anyway, so the text may name the assignee.
 */
export function refusalMessage(refusal: Refusal, actor: Actor | undefined, ticket: Ticket | null): Sentence {
  const isHidden = refusal.kind === 'not-found' || refusal.kind === 'forbidden'
  if (!isHidden || !actor) return refusal.words
  if (actor.role === 'user')
    return sentence`Only moderators and admins can do this. If that is your job, ask an admin for the role.`
  if (!ticket || ticket.deleted || !ticket.assignee) return refusal.words
  return sentence`${ticket.assignee.name} has #${ticket.number}. Only they or an admin can do this.`
}

/** The text for an error. Errors other than refusals are logged, and the person sees no details. */
export function failureMessage(error: unknown, log: Log): Sentence {
  if (isRefusal(error)) return error.words
  log.error({ err: error }, 'A Discord handler failed')
  return sentence`Something went wrong on our side. Try again in a minute.`
}
