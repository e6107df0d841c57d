import type { Desk } from '../desk.ts'
import type { Surface } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import type { Act, Decide } from './change.ts'
import { changeTicket } from './change-ticket.ts'
import { close, reopen, wait } from './wait-and-reopen.ts'

type Request = { id: string; surface: Surface }

const by =
  (transition: (act: Act) => Decide) =>
  (desk: Desk, actor: Actor, { id, surface }: Request) =>
    changeTicket(desk, id, transition({ actor, surface, now: desk.now() }))

/** @throws forbidden unless it is theirs or they are an admin, not-found, conflict unless somebody has claimed it */
export const setWaiting = by(wait)

/** @throws forbidden, not-found, conflict unless it is resolved or waiting */
export const reopenTicket = by(reopen)

/** @throws forbidden, not-found, conflict unless it is resolved */
export const closeTicket = by(close)
