import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { conflict, invalid } from '../../errors.ts'
import { idSchema } from '../../ids.ts'
import { type Actor, personOf } from '../../users/user.ts'
import { assertUnresolved, historyEntry, redrawCards, referenceTo } from '../change.ts'
import { alreadyDuplicate } from '../duplicates/duplicates.ts'
import { isFollowing, syncDuplicates } from '../duplicates/sync-duplicates.ts'
import { canSee, isHandler, isStaff, type Permission } from '../permissions.ts'
import { notify, watchersFor } from '../recipients.ts'
import { type Duplicate, isClaimed, maxWatchers, type Ticket } from '../ticket.ts'
import { defineAction } from './action.ts'

export const maxDuplicates = 100

export const mayLink: Permission = {
  verb: 'mark duplicates with',
  rule: (actor, ticket) => isHandler(actor, ticket) || (isStaff(actor) && ticket.status === 'open'),
}

/**
 * Mark as a duplicate: resolves the ticket, and work continues on the original. Its requester and watchers follow the
 * original, which lets them see it. So only a person who can see the original may do this.
 */
export const markDuplicate = defineAction({
  input: z.strictObject({
    of: z
      .union([idSchema, z.number().int().min(1)])
      .describe('id or number of the original; for a duplicate, its own original is used'),
  }),
  permissions: { link: mayLink },
  prepare: (desk, ticket, { actor, input }) => findOriginal(desk, ticket, actor, input.of),
  decide(ticket, asked) {
    const { actor, surface, now, prepared } = asked
    const { original, own, others } = prepared
    assertCanBecomeDuplicate(ticket, own)
    if (original._id === ticket._id) throw conflict(`${referenceTo(ticket)} can’t be a duplicate of itself.`)
    assertCanGain(original, ticket, others)
    const { status, assignee, assignment } = ticket
    const becomesTheirs = isStaff(actor) && !isClaimed(ticket) && assignee?.id !== actor._id
    return {
      set: {
        status: 'resolved',
        resolution: { text: `Duplicate of ${referenceTo(original)}.`, by: personOf(actor), at: now },
        duplicateOf: {
          id: original._id,
          number: original.number,
          surface,
          before: { status, assignee, assignment },
        },
        ...(becomesTheirs ? { assignee: personOf(actor) } : {}),
      },
      history: [historyEntry(asked, 'marked duplicate', { note: referenceTo(original) })],
      effects: [
        ...redrawCards,
        { queue: 'maintenance', kind: 'sync-duplicate', other: original._id },
        ...notify(actor, [
          { to: ticket.requester, topic: 'status-changed' },
          { to: assignee, topic: 'status-changed' },
          ...watchersFor(ticket, 'status-changed'),
        ]),
      ],
    }
  },
  async finish(desk, ticket) {
    const { duplicateOf } = ticket
    if (!duplicateOf) return ticket
    await syncDuplicates(desk, duplicateOf.id)
    const now = await desk.tickets.find(ticket._id)
    if (now?.duplicateOf?.id !== duplicateOf.id)
      throw conflict(
        `#${duplicateOf.number} changed meanwhile: ${referenceTo(ticket)} is no duplicate of it.`,
      )
    return now
  },
  words: {
    summary: 'Mark a ticket as a duplicate: it is resolved, and its requester follows the original',
    success: 'Marked. Its requester is notified and may see the original.',
  },
  example: { of: 41 },
})

/** The original, the duplicates of the ticket itself, and those that the original already has. */
export async function findOriginal(
  desk: Pick<Desk, 'tickets'>,
  ticket: Ticket,
  actor: Actor,
  of: string | number,
) {
  const original = await originalOf(desk, actor, of)
  const [own, others] = await Promise.all(
    [ticket._id, original._id].map((id) => desk.tickets.duplicatesOf(id)),
  )
  return { original, own: own ?? [], others: others ?? [] }
}

/**
 * Finds the original. If the given ticket is a duplicate, it is the original of that one.
 * @throws invalid at `of` when there is none or the actor may not see it
 */
async function originalOf(desk: Pick<Desk, 'tickets'>, actor: Actor, of: string | number): Promise<Ticket> {
  const found = await (typeof of === 'number' ? desk.tickets.findByNumber(of) : desk.tickets.find(of))
  const original = found?.duplicateOf ? await desk.tickets.find(found.duplicateOf.id) : found
  if (!found || !canSee(actor, found)) throw invalid('of', 'There is no such ticket.')
  if (!original || !canSee(actor, original))
    throw invalid('of', `It is a duplicate of #${found.duplicateOf?.number}, which you may not see.`)
  return original
}

/** @param own the ticket's own duplicates @throws conflict */
function assertCanBecomeDuplicate(ticket: Ticket, [first]: Duplicate[]) {
  if (ticket.duplicateOf) throw alreadyDuplicate(ticket)
  assertUnresolved(ticket)
  if (first)
    throw conflict(`${referenceTo(first)} is a duplicate of ${referenceTo(ticket)}: undo that first.`)
}

/** @param others the duplicates that the original already has @throws conflict */
function assertCanGain(original: Ticket, duplicate: Ticket, others: Duplicate[]) {
  if (original.duplicateOf) throw alreadyDuplicate(original)
  if (others.length >= maxDuplicates)
    throw conflict(`${referenceTo(original)} has ${maxDuplicates} duplicates already.`)
  const isFull = (original.watchers ?? []).length >= maxWatchers
  if (isFull && !isFollowing(duplicate.requester.id, original))
    throw conflict(`${maxWatchers} people watch ${referenceTo(original)} already: it takes no more.`)
}
