import type { Refusal } from '../errors.ts'
import { type Sentence, sentence } from '../text/sentence.ts'
import type { Actor } from '../users/user.ts'
import type { Ticket } from './ticket.ts'

/**
 * The text for a refusal below a ticket's card in chat. Elsewhere the desk hides tickets that a person may not see. Staff
 * see the card there anyway, and every moderator may know who has a ticket, so the text may name the assignee.
 */
export function refusalMessage(refusal: Refusal, actor: Actor | undefined, ticket: Ticket | null): Sentence {
  const isHidden = refusal.kind === 'not-found' || refusal.kind === 'forbidden'
  if (!isHidden || !actor) return refusal.words
  if (actor.role === 'user')
    return sentence`Only moderators and admins can do this. If that is your job, ask an admin for the role.`
  if (!ticket || ticket.deleted || !ticket.assignee) return refusal.words
  return sentence`${ticket.assignee.name} has #${ticket.number}. Only they or an admin can do this.`
}
