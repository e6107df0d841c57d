import { idOf } from '../ids.ts'
import { builtInCategories, builtInSkills, meanings } from './built-in.ts'
import { type Catalog, catalogId, type Entry, type ListName } from './catalog.ts'
import { entryFinder } from './names.ts'

const entryNamed = (list: ListName, name: string, more: Partial<Entry> = {}): Entry => ({
  id: idOf(`catalog:${list}:${name}`),
  name,
  description: '',
  formerly: [],
  rules: [],
  retired: false,
  ...more,
})

/** What a desk begins with, and what was in use before there were lists: nothing that is stored is lost. */
export function seedCatalog(used: Record<ListName, string[]>): Catalog {
  const categories = builtInCategories.map((name) =>
    entryNamed('categories', name, { rules: [name], description: meanings[name] }),
  )
  const skills = builtInSkills.map((name) => entryNamed('skills', name, { rules: [name] }))
  return {
    _id: catalogId,
    skills: adopt('skills', skills, used.skills),
    categories: adopt('categories', categories, used.categories),
    walk: null,
    outbox: [],
    attempts: 0,
    version: 1,
  }
}

/** "java" was meant as "Java"; what is new to the list joins it. */
function adopt(list: ListName, entries: Entry[], used: string[]): Entry[] {
  const adopted = [...entries]
  for (const name of used.toSorted()) {
    const known = entryFinder(adopted)(name)
    if (!known) adopted.push(entryNamed(list, name))
    else if (known.name !== name) known.formerly.push(name)
  }
  return adopted
}
