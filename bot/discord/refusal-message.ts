import { isRefusal, type Refusal } from '../../core/errors.ts'
import type { Log } from '../../core/log.ts'
import type { Ticket } from '../../core/tickets/ticket.ts'
import type { Actor } from '../../core/users/user.ts'

/**
 * A refusal in words that help in a thread. Elsewhere somebody else's ticket does not exist for a person; here
 * they see its card, so they may know who has it.
 */
export function refusalWords(refusal: Refusal, actor: Actor | undefined, ticket: Ticket | null): string {
  const isHidden = refusal.kind === 'not-found' || refusal.kind === 'forbidden'
  if (!isHidden || !actor) return refusal.message
  if (actor.role === 'user')
    return 'Only moderators and admins may do this. Ask an admin for the role if it is your job.'
  if (!ticket || ticket.deleted || !ticket.assignee) return refusal.message
  return `${ticket.assignee.name} has #${ticket.number}: only they or an admin may do this.`
}

/** @returns what to tell the person; what is not a refusal is logged, and its words are not shown */
export function failureWords(error: unknown, log: Log): string {
  if (isRefusal(error)) return error.message
  log.error({ err: error }, 'a Discord handler failed')
  return 'The desk has a problem of its own. Try again in a minute.'
}
