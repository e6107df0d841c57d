import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { conflict, invalid } from '../../errors.ts'
import type { Surface } from '../../surface-names.ts'
import { staffAmong } from '../../users/staff-among.ts'
import { type Actor, personOf } from '../../users/user.ts'
import { changeTicket } from '../change-ticket.ts'
import type { Ticket } from '../ticket.ts'
import { type Comment, commentBodySchema, versionOf } from './comment.ts'
import { announceChange, recordEdit } from './comment-changes.ts'
import { assertMayEdit } from './comment-permissions.ts'
import { mentionsSchema, peopleMentioned } from './mentions.ts'
import { readComment } from './read-comment.ts'

export const commentEditSchema = z.strictObject({
  version: z.number().int().min(1).describe('the version of the comment that the editor saw'),
  body: commentBodySchema,
  mentions: mentionsSchema.optional().describe('user ids; if left out, mentions stay the same'),
})

type Request = { id: string; comment: string; surface: Surface; input: z.infer<typeof commentEditSchema> }

/**
 * Edits a comment. The update of chat messages is queued first, then the comment changes, then the ticket records the
 * edit. An edit that changes nothing is ignored, so a request can be repeated.
 * @throws not-found, forbidden, conflict with the name of whoever changed or deleted it first
 */
export async function editComment(
  desk: Desk,
  actor: Actor,
  { id, comment: commentId, surface, input }: Request,
): Promise<Comment> {
  await desk.limits.take(actor, 'changes')
  const { ticket, comment } = await readComment(desk, actor, { id, comment: commentId })
  assertMayEdit(actor, comment, ticket)
  const { body, version, mentions: ids } = input
  const { kept, mentioned } = await mentionsNow(desk, actor, { ticket, comment, ids, surface })
  if (comment.body === body && mentioned.length === 0 && kept.length === (comment.mentions ?? []).length)
    return comment
  assertVersion(comment, version)
  const act = { actor, surface, now: desk.now() }
  await changeTicket(desk, id, announceChange(comment))
  const edited = await desk.comments.edit(comment, {
    body,
    mentions: [...kept, ...mentioned],
    trace: { at: act.now, by: personOf(actor), body: comment.body },
  })
  if (!edited) throw conflict('It was changed meanwhile: load it again.')
  const staff = await staffAmong(desk, mentioned)
  await changeTicket(desk, id, recordEdit({ ...act, comment, mentioned, staff }))
  return edited
}

type Mentioning = { ticket: Ticket; comment: Comment; ids: string[] | undefined; surface: Surface }

/**
 * Splits the mentions into earlier ones, which stay even if the account is gone, and new ones.
 * @throws invalid at `mentions`
 */
async function mentionsNow(desk: Desk, actor: Actor, { ticket, comment, ids, surface }: Mentioning) {
  const { mentions = [], visibility } = comment
  const kept = mentions.filter(({ id }) => ids?.includes(id) ?? true)
  const fresh = (ids ?? []).filter((id) => !kept.some((earlier) => earlier.id === id))
  return { kept, mentioned: await peopleMentioned(desk, actor, { ticket, visibility, ids: fresh, surface }) }
}

function assertVersion(comment: Comment, seen: number) {
  const newest = versionOf(comment)
  if (seen > newest) throw invalid('version', `There is no version ${seen}; the newest is ${newest}.`)
  const who = comment.edits?.at(-1)?.by.name ?? comment.author.name
  if (seen < newest) throw conflict(`${who} changed it meanwhile: it is at version ${newest} now.`)
}
