import { record } from '../audit/record.ts'
import type { Desk } from '../desk.ts'
import type { Actor } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import type { Surface } from './ticket.ts'
import { remove } from './transitions.ts'

/** Admins only. The ticket's words and comments are gone; its number, and who did what when, stay. */
export async function deleteTicket(
  desk: Desk,
  actor: Actor,
  request: { id: string; surface: Surface; address?: string | null },
) {
  const { number } = await changeTicket(
    desk,
    request.id,
    remove({ actor, surface: request.surface, now: desk.now() }),
  )
  await desk.tickets.scrubHistory(request.id)
  await desk.comments.removeAll(request.id)
  await desk.texts.removeTicket(request.id)
  await record(desk, {
    actor,
    action: 'ticket-deleted',
    about: { kind: 'ticket', id: request.id, name: `#${number}` },
    origin: { surface: request.surface, address: request.address ?? null, agent: null },
  })
}
