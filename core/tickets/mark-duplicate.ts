import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { conflict, invalid, isRefusal } from '../errors.ts'
import { idSchema, newId } from '../ids.ts'
import type { Surface } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { numbered } from './change.ts'
import { changeTicket } from './change-ticket.ts'
import { assertMarkable, becomeDuplicate, gainDuplicate, undoDuplicate, unmark } from './duplicates.ts'
import { assertMay, may } from './permissions.ts'
import { readTicket } from './read-tickets.ts'
import type { Ticket } from './ticket.ts'

export const duplicateSchema = z.strictObject({
  of: z
    .union([idSchema, z.number().int().min(1)])
    .describe('id or number of the ticket that goes on; of a duplicate, what that is a duplicate of'),
})

type Request = { id: string; surface: Surface }
type Desks = Pick<Desk, 'tickets' | 'relay' | 'now'>

/**
 * Says that a ticket is about the same as another, which goes on for both. Two documents change, one after the other;
 * when the desk dies in between, the first still owes the second its change.
 * @throws forbidden, not-found, invalid at `of`, conflict for what is settled or has duplicates of its own
 */
export async function markDuplicate(
  desk: Desks,
  actor: Actor,
  { id, surface, of }: Request & z.infer<typeof duplicateSchema>,
): Promise<Ticket> {
  const duplicate = await readTicket(desk, actor, id)
  assertMay(actor, 'link', duplicate)
  assertMarkable(duplicate)
  const original = await originalOf(desk, actor, of)
  if (original._id === duplicate._id) throw conflict(`${numbered(duplicate)} can’t be a duplicate of itself.`)
  const mark = newId()
  const act = { actor, surface, now: desk.now() }
  await changeTicket(desk, original._id, gainDuplicate({ ...act, mark, duplicate }))
  return finishMarking(desk, { original: original._id, duplicate: id, mark })
}

/** Follows a duplicate to what it is a duplicate of. @throws invalid at `of`, also when it is not theirs to see */
async function originalOf(desk: Desks, actor: Actor, of: string | number): Promise<Ticket> {
  const found = await (typeof of === 'number' ? desk.tickets.findByNumber(of) : desk.tickets.find(of))
  const original = found?.duplicateOf ? await desk.tickets.find(found.duplicateOf.id) : found
  if (!found || !may(actor, 'see', found)) throw invalid('of', 'There is no such ticket.')
  if (!original || !may(actor, 'see', original))
    throw invalid('of', `It is a duplicate of #${found.duplicateOf?.number}, which you may not see.`)
  return original
}

/**
 * The second half. Does nothing when it was done; when the duplicate can't become one any more, the original forgets
 * it again.
 * @throws the refusal
 */
export async function finishMarking(
  desk: Desks,
  { original, duplicate, mark }: { original: string; duplicate: string; mark: string },
): Promise<Ticket> {
  const from = await desk.tickets.find(original)
  const gained = from?.duplicates?.find((one) => one.mark === mark)
  if (!from || !gained) throw conflict('That was undone meanwhile.')
  try {
    return await changeTicket(desk, duplicate, becomeDuplicate({ original: from, gained, now: desk.now() }))
  } catch (error) {
    if (isRefusal(error)) await changeTicket(desk, original, unmark(mark))
    throw error
  }
}

/** @throws forbidden, not-found, conflict when it is no duplicate or closed */
export const undoMarking = (desk: Desks, actor: Actor, { id, surface }: Request) =>
  changeTicket(desk, id, undoDuplicate({ actor, surface, now: desk.now() }))
