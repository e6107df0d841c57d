import type { Visibility } from '../../../../../core/tickets/comments/comment.ts'
import type { TicketAnswer } from '../../../shared/http/answers.ts'

/** Who a draft is for; null: not known, so the writer has to choose. */
export type Audience = Visibility | null

type Place = {
  audience: Audience
  may: Pick<TicketAnswer['may'], 'comment' | 'note'>
  closed: boolean
  /** somebody else has the ticket now, or it was deleted */
  lost: boolean
}

/** `blocked` says why the draft can't be sent as it is. Only its writer turns a note into a reply, or the other way. */
export type Sending = { visibility: Visibility } | { blocked: string }

/** How a draft is sent, if at all. */
export function sendingOf({ audience, may, closed, lost }: Place): Sending {
  if (lost) return { blocked: 'You can’t write on this ticket any more. You can still copy your text.' }
  if (closed) return { blocked: 'The ticket is closed. You can still copy your text.' }
  if (audience === 'internal' && !may.note)
    return { blocked: 'You can’t add internal notes here any more. You can still copy your text.' }
  if (!may.comment)
    return { blocked: 'You can’t write on this ticket any more. You can still copy your text.' }
  return audience === null ? { blocked: 'Choose who sees this.' } : { visibility: audience }
}

/** The words on the button that sends. @param mine the writer is the requester */
export function sendWords(visibility: Visibility, mine: boolean, requester: string) {
  if (visibility === 'internal') return 'Add internal note'
  return mine ? 'Send to support' : `Send to ${requester}`
}
