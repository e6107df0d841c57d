import { invalid } from '../errors.ts'
import type { Entry, ListName, Lists } from './catalog.ts'
import { currentNames, listedNames } from './names.ts'

/** The skills that tickets of a category need when nothing else says which. Retired ones are left out. */
export function defaultSkills({ skills, categories }: Lists, category: string): string[] {
  const { defaultSkills: names = [] } = categories.find(({ name }) => name === category) ?? {}
  const offered = new Set(skills.flatMap(({ name, retired }) => (retired ? [] : [name])))
  return currentNames(skills, names).filter((name) => offered.has(name))
}

/**
 * The default skills to store with a category, by their names in the desk's list.
 * @param before the entry so far; null: a new one
 * @throws invalid for skills that the desk doesn't offer, and for an entry that is itself a skill
 */
export function listedDefaults(
  { skills }: Lists,
  list: ListName,
  wanted: string[] | undefined,
  before: Entry | null,
): Pick<Entry, 'defaultSkills'> {
  if (wanted === undefined) return {}
  if (list === 'skills') throw invalid('defaultSkills', 'Only categories have default skills.')
  const had = before?.defaultSkills ?? []
  return { defaultSkills: listedNames(skills, wanted, { field: 'defaultSkills', had }) }
}
