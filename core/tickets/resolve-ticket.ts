import { z } from 'zod'
import type { Desk } from '../desk.ts'
import type { Surface } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import { resolutionSchema } from './ticket.ts'
import { resolve } from './transitions.ts'

export const resolveSchema = z.strictObject({ resolution: resolutionSchema })

/** @throws forbidden, not-found, conflict when it is resolved already */
export const resolveTicket = (
  desk: Desk,
  actor: Actor,
  request: { id: string; surface: Surface; resolution: string },
) =>
  changeTicket(
    desk,
    request.id,
    resolve({ actor, surface: request.surface, now: desk.now(), resolution: request.resolution }),
  )
