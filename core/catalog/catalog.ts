import { z } from 'zod'
import { leasesSchema } from '../database/leases.ts'
import { catalogEntrySchema } from '../outbox/entry.ts'
import { lineSchema } from '../text/line.ts'
import { categoryFormSchema } from './form/category-field.ts'

export const listNames = ['skills', 'categories'] as const
export type ListName = (typeof listNames)[number]

const comma = /^[^,]*$/u

/** Names are joined with commas, also in the model's prompt. */
export const entryNameSchema = lineSchema(1, 40, 'Give it a name.', [comma, 'Give it a name without commas.'])
export const entryDescriptionSchema = lineSchema(0, 200)

export const defaultSkillsSchema = z.array(entryNameSchema).max(5, 'Choose at most 5 skills.')

/** One skill or category. Tickets and accounts store its name; `formerly` resolves its older names. */
export const entrySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().describe('what belongs here; triage reads it'),
  formerly: z.array(z.string()).describe('earlier names, and names of entries merged into it'),
  rules: z.array(z.string()).describe('the names by which the local engine’s rules know it'),
  retired: z.boolean().describe('no longer offered or proposed; tickets and people that have it keep it'),
  defaultSkills: z
    .array(z.string())
    .optional()
    .describe('of a category: what its tickets need when nothing else says so; absent: nothing'),
  form: categoryFormSchema
    .optional()
    .describe('of a category: what it asks whoever files a ticket in it; absent: nothing'),
})

/** The desk's skills and categories. Both are in one document, so that every change is one write. */
export const catalogSchema = z.object({
  _id: z.string(),
  skills: z.array(entrySchema),
  categories: z.array(entrySchema),
  walk: z
    .object({
      entry: z.string(),
      startedAt: z.date(),
      holder: z.enum(['tickets', 'users']),
      after: z.string(),
    })
    .nullable()
    .describe('progress of a rename in stored documents'),
  outbox: z.array(catalogEntrySchema),
  nextAttemptAt: z.date().optional(),
  leases: leasesSchema.optional(),
  attempts: z.number().int(),
  version: z.number().int(),
})

export type Entry = z.infer<typeof entrySchema>
export type Catalog = z.infer<typeof catalogSchema>
export type Lists = Pick<Catalog, ListName>

/** The id of the only document. */
export const catalogId = 'lists'
