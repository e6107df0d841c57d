import { seedCatalog } from '../../core/catalog/seed.ts'

/** The desk's skills and categories as it begins with them; "Wires" was the name of one. */
const seeded = seedCatalog({ skills: [], categories: [] })
export const lists = {
  ...seeded,
  categories: seeded.categories.map((entry) =>
    entry.name === 'Network' ? { ...entry, formerly: ['Wires'] } : entry,
  ),
}

export const catalogWith = { read: async () => lists }
