import { invalid } from '../errors.ts'
import type { Entry, Lists } from './catalog.ts'

/** Names that differ only in case or white space have the same key. No two entries of a list may share one. */
export const nameKeyOf = (name: string) => name.normalize('NFC').replaceAll(/\s+/g, '').toLowerCase()

/**
 * Finds an entry by a current or former name. An exact current name wins, then an exact former name, then a name that
 * differs only in case or white space.
 */
export function entryFinder(entries: readonly Entry[]): (name: string) => Entry | undefined {
  const named = new Map<string, Entry>()
  const keyed = new Map<string, Entry>()
  const note = (name: string, entry: Entry) => {
    named.set(name, entry)
    keyed.set(nameKeyOf(name), entry)
  }
  for (const entry of entries) for (const name of entry.formerly) note(name, entry)
  for (const entry of entries) note(entry.name, entry)
  return (name) => named.get(name) ?? keyed.get(nameKeyOf(name))
}

/** The entries that triage and forms may offer: all that are not retired. */
export const offeredOf = ({ skills, categories }: Lists): Lists => ({
  skills: skills.filter(({ retired }) => !retired),
  categories: categories.filter(({ retired }) => !retired),
})

/** Replaces stored names with current ones and removes duplicates. Keeps names that are not in the list. */
export function currentNames(entries: readonly Entry[], names: readonly string[]): string[] {
  const find = entryFinder(entries)
  return [...new Set(names.map((name) => find(name)?.name ?? name))]
}

export const currentName = (entries: readonly Entry[], name: string) =>
  entryFinder(entries)(name)?.name ?? name

/**
 * Resolves the names in a request to the names in the desk's list.
 * @param had names that the document already has; these may stay even if they are retired or not in the list
 * @throws invalid at `field` for any other name that is retired or not in the list
 */
export function listedNames(
  entries: readonly Entry[],
  wanted: readonly string[],
  { field, had }: { field: string; had: readonly string[] },
): string[] {
  const find = entryFinder(entries)
  const kept = new Set(had.map((name) => find(name)?.name ?? name))
  const names = wanted.map((name) => {
    const entry = find(name)
    if (!entry && kept.has(name)) return name
    if (!entry) throw invalid(field, `“${name}” is not in the desk’s list.`)
    if (entry.retired && !kept.has(entry.name)) throw invalid(field, `“${entry.name}” is retired.`)
    return entry.name
  })
  return [...new Set(names)]
}
