import type { Desk } from '../desk.ts'
import type { Surface } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import { claim } from './transitions.ts'

/** @throws forbidden without the role, not-found, conflict that names who has it */
export const claimTicket = (desk: Desk, actor: Actor, request: { id: string; surface: Surface }) =>
  changeTicket(desk, request.id, claim({ actor, surface: request.surface, now: desk.now() }))
