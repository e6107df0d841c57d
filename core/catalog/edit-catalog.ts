import { z } from 'zod'
import type { Origin } from '../audit/audit-entry.ts'
import type { AuditEvent } from '../audit/record-audit-event.ts'
import type { Desk } from '../desk.ts'
import { conflict, forbidden } from '../errors.ts'
import { idSchema, newId } from '../ids.ts'
import { auditEffect, writeAuditNow } from '../outbox/audit.ts'
import type { CatalogEntry, EffectOf } from '../outbox/entry.ts'
import type { Acting } from '../trace.ts'
import {
  defaultSkillsSchema,
  type Entry,
  entryDescriptionSchema,
  entryNameSchema,
  type ListName,
} from './catalog.ts'
import { add, change, type DecideList, type ListChange, merge } from './catalog-decisions.ts'
import { categoryFieldsSchema } from './form/category-field.ts'
import { changeForm } from './form/change-form.ts'

export const newEntrySchema = z.strictObject({
  name: entryNameSchema,
  description: entryDescriptionSchema.default(''),
  defaultSkills: defaultSkillsSchema.optional().describe('for categories'),
})
export const changeEntrySchema = z.strictObject({
  name: entryNameSchema.optional(),
  description: entryDescriptionSchema.optional(),
  retired: z.boolean().optional(),
  defaultSkills: defaultSkillsSchema.optional().describe('for categories'),
})
export const changeFormSchema = z.strictObject({
  version: z.number().int().min(0).describe('the version that the editor saw; 0: no fields yet'),
  fields: categoryFieldsSchema,
})
export const mergeEntrySchema = z.strictObject({ into: idSchema.describe('id of the surviving entry') })

type At = { list: ListName; id: string }
type CatalogDesk = Pick<Desk, 'catalog' | 'audit' | 'relay' | 'now' | 'log'>

/** @throws forbidden unless admin; conflict when the list is full, or the name is or was another entry's */
export const addEntry = (
  desk: CatalogDesk,
  actor: Acting,
  list: ListName,
  input: z.infer<typeof newEntrySchema>,
  origin: Origin,
) => changeList(desk, actor, list, add({ id: newId(), ...input }), origin)

/**
 * Renames, describes, retires or restores an entry. Tickets and accounts get a new name in the background; until then,
 * the old name resolves to the new one.
 * @throws forbidden unless admin; not-found; conflict when the name is taken or triage needs the entry
 */
export const changeEntry = (
  desk: CatalogDesk,
  actor: Acting,
  { list, id }: At,
  input: z.infer<typeof changeEntrySchema>,
  origin: Origin,
) => changeList(desk, actor, list, change(id, input), origin, id)

/**
 * Replaces the fields that a category asks for.
 * @throws forbidden unless admin; not-found; conflict when somebody else has changed them since
 */
export const changeCategoryForm = (
  desk: CatalogDesk,
  actor: Acting,
  id: string,
  { version, fields }: z.infer<typeof changeFormSchema>,
  origin: Origin,
) => changeList(desk, actor, 'categories', changeForm(id, version, fields), origin, id)

/** @throws forbidden unless admin; not-found; invalid at `into`; conflict when the target is retired */
export const mergeEntry = (
  desk: CatalogDesk,
  actor: Acting,
  { list, id }: At,
  { into }: z.infer<typeof mergeEntrySchema>,
  origin: Origin,
) => changeList(desk, actor, list, merge(id, into), origin)

const maxTries = 8

async function changeList(
  desk: CatalogDesk,
  actor: Acting,
  list: ListName,
  decide: DecideList,
  origin: Origin,
  id?: string,
): Promise<Entry> {
  if (actor.role !== 'admin') throw forbidden('Only admins change the desk’s lists.')
  for (let tries = 0; tries < maxTries; tries++) {
    const seen = await desk.catalog.load()
    const decided = decide(seen, list)
    if (!decided) return seen[list].find((one) => one.id === id) as Entry
    const { entries, entry } = decided
    const effects = effectsOf(decided, {
      actor,
      action: 'catalog-changed',
      about: aboutEntry(list, entry),
      origin,
    })
    const written = await desk.catalog.apply(seen, { list, entries, effects })
    if (!written) continue
    desk.catalog.forget()
    desk.relay('catalog', written)
    await writeAuditNow(desk, written)
    return entry
  }
  throw conflict('Somebody else is changing the lists; try again.')
}

/** An audit entry, and for a new name the task that renames it on tickets and accounts. */
const effectsOf = ({ renames, changes }: ListChange, event: AuditEvent): EffectOf<CatalogEntry>[] => [
  auditEffect({ ...event, changes }),
  ...(renames ? [{ queue: 'maintenance', kind: 'rename' } as const] : []),
]

const aboutEntry = (list: ListName, entry: Entry) => ({
  kind: list === 'skills' ? ('skill' as const) : ('category' as const),
  id: entry.id,
  name: entry.name,
})
