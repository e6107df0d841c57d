import { z } from 'zod'
import { type Entry, entrySchema, type Lists } from './catalog.ts'
import { currentNames } from './names.ts'

/** A skill or category as the API shows it. */
export const entryViewSchema = entrySchema.omit({ rules: true })
export const catalogViewSchema = z.object({
  skills: z.array(entryViewSchema),
  categories: z.array(entryViewSchema),
})

export type EntryView = z.infer<typeof entryViewSchema>
export type CatalogView = z.infer<typeof catalogViewSchema>

export const entryViewOf = ({ rules: _, ...entry }: Entry): EntryView => entry

/** Both lists in alphabetical order, including retired entries. */
export const catalogViewOf = ({ skills, categories }: Lists): CatalogView => ({
  skills: skills.map(entryViewOf).toSorted(byName),
  categories: categories.map(withCurrentSkills(skills)).map(entryViewOf).toSorted(byName),
})

/** A skill may have been renamed since it was chosen. */
const withCurrentSkills =
  (skills: readonly Entry[]) =>
  ({ defaultSkills, ...category }: Entry): Entry =>
    defaultSkills ? { ...category, defaultSkills: currentNames(skills, defaultSkills) } : category

const byName = (a: EntryView, b: EntryView) => a.name.localeCompare(b.name, 'en')
