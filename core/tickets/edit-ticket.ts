import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { categories } from '../triage/catalog.ts'
import type { Actor } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import { descriptionSchema, priorities, type Surface, tagListSchema, titleSchema } from './ticket.ts'
import { edit } from './transitions.ts'

export const editSchema = z.strictObject({
  version: z.number().int().min(1).describe('the version that the editor saw'),
  title: titleSchema.optional(),
  description: descriptionSchema.optional(),
  priority: z.enum(priorities).optional(),
  category: z.enum(categories).optional(),
  skills: tagListSchema.optional(),
  tags: tagListSchema.optional(),
})

/** @throws conflict that names the newer version and who made it; forbidden; not-found */
export function editTicket(
  desk: Desk,
  actor: Actor,
  request: { id: string; surface: Surface; input: z.infer<typeof editSchema> },
) {
  const { version, ...wanted } = request.input
  return changeTicket(
    desk,
    request.id,
    edit({ actor, surface: request.surface, now: desk.now(), seenVersion: version, edit: wanted }),
  )
}
