import type { Visibility } from '../../tickets/comments/comment.ts'
import { isStaff } from '../../tickets/permissions.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { Actor } from '../../users/user.ts'
import type { Notice } from '../notice.ts'

/**
 * What an answer to a mail about a ticket becomes. Staff who answer what somebody wrote publicly answer that person. Any
 * other mail, such as an assignment, gets an internal note, so that no remark slips out to the requester.
 */
export const replyVisibility = (
  person: Pick<Actor, '_id' | 'role'>,
  ticket: Pick<Ticket, 'requester'>,
  { aboutPublicComment }: Pick<Notice, 'aboutPublicComment'>,
): Visibility =>
  isStaff(person) && person._id !== ticket.requester.id && !aboutPublicComment ? 'internal' : 'public'
