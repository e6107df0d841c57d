import { z } from 'zod'
import { entryNameSchema, type Lists } from '../catalog/catalog.ts'
import { listedNames } from '../catalog/names.ts'
import type { Desk } from '../desk.ts'
import type { Surface } from '../trace.ts'
import type { Actor } from '../users/user.ts'
import { changeTicket } from './change-ticket.ts'
import { type Edit, edit } from './edit.ts'
import { assertMay } from './permissions.ts'
import { descriptionSchema, priorities, type Ticket, tagListSchema, titleSchema } from './ticket.ts'

export const editSchema = z.strictObject({
  version: z.number().int().min(1).describe('the version that the editor saw'),
  title: titleSchema.optional(),
  description: descriptionSchema.optional(),
  priority: z.enum(priorities).optional(),
  category: entryNameSchema.optional().describe('one of the desk’s list: GET /api/catalog'),
  skills: tagListSchema.optional().describe('some of the desk’s list: GET /api/catalog'),
  tags: tagListSchema.optional(),
})

/**
 * @throws conflict that names the newer version and who made it; forbidden; not-found; invalid for a skill or category
 * that the desk doesn't offer
 */
export async function editTicket(
  desk: Desk,
  actor: Actor,
  request: { id: string; surface: Surface; input: z.infer<typeof editSchema> },
) {
  const { version, ...wanted } = request.input
  const lists = await desk.catalog.read()
  const act = { actor, surface: request.surface, now: desk.now(), seenVersion: version }
  return changeTicket(desk, request.id, (ticket) => {
    assertMay(actor, 'see', ticket)
    return edit({ ...act, edit: { ...wanted, ...listed(lists, wanted, ticket) } })(ticket)
  })
}

/** Category and skills as the desk's lists have them; each tag once. */
function listed({ categories, skills }: Lists, wanted: Edit, ticket: Ticket): Edit {
  const had = ticket.category ? [ticket.category] : []
  return {
    ...(wanted.tags === undefined ? {} : { tags: [...new Set(wanted.tags)] }),
    ...(wanted.category === undefined
      ? {}
      : { category: listedNames(categories, [wanted.category], { field: 'category', had })[0] }),
    ...(wanted.skills === undefined
      ? {}
      : { skills: listedNames(skills, wanted.skills, { field: 'skills', had: ticket.skills }) }),
  }
}
