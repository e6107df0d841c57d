import type { Desk } from '../desk.ts'
import type { Surface } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import { release } from './transitions.ts'

/** @throws forbidden unless it is theirs or they are an admin, not-found, conflict when nobody has it */
export const releaseTicket = (desk: Desk, actor: Actor, request: { id: string; surface: Surface }) =>
  changeTicket(desk, request.id, release({ actor, surface: request.surface, now: desk.now() }))
