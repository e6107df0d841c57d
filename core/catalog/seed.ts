import { idFromKey } from '../ids.ts'
import { builtInCategories, builtInDefaultSkills, builtInSkills, categoryDescriptions } from './built-in.ts'
import { type Catalog, catalogId, type Entry, type ListName } from './catalog.ts'
import { entryFinder } from './names.ts'

const entryNamed = (list: ListName, name: string, more: Partial<Entry> = {}): Entry => ({
  id: idFromKey(`catalog:${list}:${name}`),
  name,
  description: '',
  formerly: [],
  rules: [],
  retired: false,
  ...more,
})

/** The built-in entries plus all names already in use, so that no stored name is lost. */
export function seedCatalog(used: Record<ListName, string[]>): Catalog {
  const categories = builtInCategories.map((name) =>
    entryNamed('categories', name, {
      ...{ rules: [name], description: categoryDescriptions[name] },
      ...withDefaults(builtInDefaultSkills[name]),
    }),
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

const withDefaults = (defaultSkills: string[] | undefined): Pick<Entry, 'defaultSkills'> =>
  defaultSkills ? { defaultSkills } : {}

/** Treats "java" as a former name of "Java", and adds unknown names as new entries. */
function adopt(list: ListName, entries: Entry[], used: string[]): Entry[] {
  const adopted = [...entries]
  for (const name of used.toSorted()) {
    const known = entryFinder(adopted)(name)
    if (!known) adopted.push(entryNamed(list, name))
    else if (known.name !== name) known.formerly.push(name)
  }
  return adopted
}
