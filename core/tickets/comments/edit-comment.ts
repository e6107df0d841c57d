import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { conflict, invalid, notFound } from '../../errors.ts'
import type { Surface } from '../../trace.ts'
import { staffAmong } from '../../users/staff-among.ts'
import { type Actor, personOf } from '../../users/user.ts'
import { changeTicket } from '../change-ticket.ts'
import { readTicket } from '../read-tickets.ts'
import type { Ticket } from '../ticket.ts'
import { announceChange, assertDeletion, assertEdit, noteChange } from './change-comment.ts'
import { type Comment, commentBodySchema, versionOf } from './comment.ts'
import { mentionsSchema, peopleMentioned } from './mentions.ts'

export const commentEditSchema = z.strictObject({
  version: z.number().int().min(1).describe('the version of the comment that the editor saw'),
  body: commentBodySchema,
  mentions: mentionsSchema.optional().describe('user ids as for a new one; left out, they stay as they were'),
})

type Request = { id: string; comment: string; surface: Surface }

/**
 * The ticket owes the new words to Slack and Discord before the comment gets them, and notes it afterwards. The same
 * words again, with the same people, are no edit: who got no answer may ask twice.
 * @throws not-found, forbidden, conflict that names who was quicker or has deleted it
 */
export async function editComment(
  desk: Desk,
  actor: Actor,
  { id, comment, surface, input }: Request & { input: z.infer<typeof commentEditSchema> },
): Promise<Comment> {
  const { ticket, said } = await find(desk, actor, id, comment)
  assertEdit(actor, said, ticket)
  const { body, version } = input
  const { kept, mentioned } = await namedNow(desk, actor, { ticket, said, ids: input.mentions, surface })
  if (said.body === body && mentioned.length === 0 && kept.length === (said.mentions ?? []).length)
    return said
  assertVersion(said, version)
  const act = { actor, surface, now: desk.now() }
  await changeTicket(desk, id, announceChange({ ...act, comment: said }))
  const edited = await desk.comments.edit(said, {
    body,
    mentions: [...kept, ...mentioned],
    trace: { at: act.now, by: personOf(actor), body: said.body },
  })
  if (!edited) throw conflict('It was changed meanwhile: load it again.')
  const staff = await staffAmong(desk, mentioned)
  await changeTicket(desk, id, noteChange({ ...act, comment: said, what: 'edited', mentioned, staff }))
  return edited
}

type Named = { ticket: Ticket; said: Comment; ids: string[] | undefined; surface: Surface }

/** Who was named and stays so, whatever has become of them, and who is named now. @throws invalid at `mentions` */
async function namedNow(desk: Desk, actor: Actor, { ticket, said, ids, surface }: Named) {
  const { mentions = [], visibility } = said
  const kept = mentions.filter(({ id }) => ids?.includes(id) ?? true)
  const fresh = (ids ?? []).filter((id) => !kept.some((earlier) => earlier.id === id))
  return { kept, mentioned: await peopleMentioned(desk, actor, { ticket, visibility, ids: fresh, surface }) }
}

/** Its words are gone, also from the trace of its edits and from Slack and Discord. @throws not-found, forbidden */
export async function deleteComment(
  desk: Desk,
  actor: Actor,
  { id, comment, surface }: Request,
): Promise<void> {
  const { ticket, said } = await find(desk, actor, id, comment)
  assertDeletion(actor, said, ticket)
  if (said.deleted) return
  const act = { actor, surface, now: desk.now() }
  await changeTicket(desk, id, announceChange({ ...act, comment: said }))
  const deleted = await desk.comments.remove(said, { at: act.now, by: personOf(actor) })
  if (!deleted) throw conflict('It was changed meanwhile: load it again.')
  const nobody = { mentioned: [], staff: new Set<string>() }
  await changeTicket(desk, id, noteChange({ ...act, comment: said, what: 'deleted', ...nobody }))
}

async function find(desk: Desk, actor: Actor, id: string, comment: string) {
  const ticket: Ticket = await readTicket(desk, actor, id)
  const said = await desk.comments.find(comment)
  const isTheirs = said?.visibility === 'public' || actor.role !== 'user'
  if (!said || said.ticket !== id || !isTheirs) throw notFound('comment')
  return { ticket, said }
}

function assertVersion(said: Comment, seen: number) {
  const newest = versionOf(said)
  if (seen > newest) throw invalid('version', `There is no version ${seen}; the newest is ${newest}.`)
  const who = said.edits?.at(-1)?.by.name ?? said.author.name
  if (seen < newest) throw conflict(`${who} changed it meanwhile: it is at version ${newest} now.`)
}
