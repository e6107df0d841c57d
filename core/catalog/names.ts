import { invalid } from '../errors.ts'
import type { Entry, Lists } from './catalog.ts'

/** Two names with one key would be mistaken for each other: they differ by case or white space at most. */
export const nameKeyOf = (name: string) => name.normalize('NFC').replaceAll(/\s+/g, '').toLowerCase()

/**
 * Whose name something is, or was. Exactly the same name counts first, then a former one, then one that differs by
 * case or white space only: no two entries share such a key.
 */
export function entryFinder(entries: readonly Entry[]): (said: string) => Entry | undefined {
  const named = new Map<string, Entry>()
  const keyed = new Map<string, Entry>()
  const note = (name: string, entry: Entry) => {
    named.set(name, entry)
    keyed.set(nameKeyOf(name), entry)
  }
  for (const entry of entries) for (const name of entry.formerly) note(name, entry)
  for (const entry of entries) note(entry.name, entry)
  return (said) => named.get(said) ?? keyed.get(nameKeyOf(said))
}

/** What is neither retired nor gone: what triage and forms may choose from. */
export const offeredOf = ({ skills, categories }: Lists): Lists => ({
  skills: skills.filter(({ retired }) => !retired),
  categories: categories.filter(({ retired }) => !retired),
})

/** Today's names for stored ones, each once. What no list knows stays as it is. */
export function currentNames(entries: readonly Entry[], names: readonly string[]): string[] {
  const find = entryFinder(entries)
  return [...new Set(names.map((name) => find(name)?.name ?? name))]
}

export const currentName = (entries: readonly Entry[], name: string) =>
  entryFinder(entries)(name)?.name ?? name

/**
 * Names as somebody gave them, as the desk's list has them.
 * @param had what was there before: a retired one may stay
 * @throws invalid at `field` for a name that is in no list, or retired
 */
export function listedNames(
  entries: readonly Entry[],
  said: readonly string[],
  { field, had }: { field: string; had: readonly string[] },
): string[] {
  const find = entryFinder(entries)
  const kept = new Set(had.map((name) => find(name)?.name ?? name))
  const names = said.map((name) => {
    const entry = find(name)
    if (!entry && kept.has(name)) return name
    if (!entry) throw invalid(field, `“${name}” is not in the desk’s list.`)
    if (entry.retired && !kept.has(entry.name)) throw invalid(field, `“${entry.name}” is retired.`)
    return entry.name
  })
  return [...new Set(names)]
}
