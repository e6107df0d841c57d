import type { Entry, Lists } from '../../core/catalog/catalog.ts'

const entry = (name: string): Entry => ({
  id: name,
  name,
  description: '',
  formerly: [],
  rules: [],
  retired: false,
})

/** A desk whose categories are those of a file. Its definitions are not in the file: only the names tell what they mean. */
export const listsOf = (categories: readonly (string | null | undefined)[]): Lists => ({
  categories: [...new Set(categories.flatMap((name) => name ?? []))].sort().map(entry),
  skills: [],
})
