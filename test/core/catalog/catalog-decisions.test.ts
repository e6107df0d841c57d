import { describe, expect, test } from 'vitest'
import type { Entry, Lists } from '../../../core/catalog/catalog.ts'
import { add, change, type DecideList, merge } from '../../../core/catalog/catalog-decisions.ts'
import { catalogViewOf } from '../../../core/catalog/catalog-view.ts'
import { defaultSkills } from '../../../core/catalog/default-skills.ts'

const entry = (name: string, more: Partial<Entry> = {}): Entry => ({
  id: name,
  name,
  description: '',
  formerly: [],
  rules: [],
  retired: false,
  ...more,
})
const lists: Lists = {
  skills: [
    entry('C++', { rules: ['C++'] }),
    entry('Phones', { formerly: ['Mobile'] }),
    entry('COBOL', { retired: true }),
  ],
  categories: [entry('Hardware'), entry('Rest', { rules: ['Other'], formerly: ['Other'] })],
}
const fresh = (name: string) => ({ id: 'fresh', name, description: '' })
const skillsAfter = (decide: DecideList) => decide(lists, 'skills')?.entries
const names = (decide: DecideList) => skillsAfter(decide)?.map(({ name }) => name)

describe('adding', () => {
  test('puts it at the end, and nothing stored has to follow', () => {
    expect(names(add(fresh('C#')))).toEqual(['C++', 'Phones', 'COBOL', 'C#'])
    expect(add(fresh('C#'))(lists, 'skills')).toMatchObject({ renames: false, entry: { rules: [] } })
  })

  test.each(['C#', 'C', 'Node.js', 'C++ 23', 'Phone'])('%s is another one', (name) =>
    expect(names(add(fresh(name)))).toContain(name),
  )

  test.each(['c++', ' C ++', 'C\u00a0++', 'phones', 'cobol', 'Mobile', 'mobile'])('%j is taken', (name) =>
    expect(() => add(fresh(name))(lists, 'skills')).toThrow(expect.objectContaining({ kind: 'conflict' })),
  )

  test('a full list takes no more', () => {
    const full = Array.from({ length: 300 }, (_, index) => entry(`Skill ${index}`))
    expect(() => add(fresh('One more'))({ ...lists, skills: full }, 'skills')).toThrow('full')
  })
})

describe('renaming', () => {
  test('keeps the older names and the rules', () => {
    expect(change('C++', { name: 'CPP' })(lists, 'skills')).toMatchObject({
      entry: { id: 'C++', name: 'CPP', formerly: ['C++'], rules: ['C++'] },
      renames: true,
      changes: [{ field: 'name', from: 'C++', to: 'CPP' }],
    })
  })

  test('back to an older name of its own is fine', () => {
    expect(change('Phones', { name: 'Mobile' })(lists, 'skills')?.entry).toMatchObject({
      name: 'Mobile',
      formerly: ['Phones'],
    })
  })

  test('by case alone is a renaming, too', () => {
    expect(change('Phones', { name: 'phones' })(lists, 'skills')).toMatchObject({
      renames: true,
      entry: { formerly: ['Mobile', 'Phones'] },
    })
  })

  test('to what it is called is nothing to do', () => {
    expect(change('Phones', { name: 'Phones', retired: false })(lists, 'skills')).toBeNull()
  })

  test('to another’s name, also an older one, is refused', () => {
    for (const name of ['Phones', 'MOBILE', 'cobol'])
      expect(() => change('C++', { name })(lists, 'skills')).toThrow(
        expect.objectContaining({ kind: 'conflict' }),
      )
  })

  test('of a missing entry is not found', () => {
    expect(() => change('Java', { name: 'Kotlin' })(lists, 'skills')).toThrow(
      expect.objectContaining({ kind: 'not-found' }),
    )
  })
})

describe('retiring', () => {
  test('changes no name', () => {
    expect(change('Phones', { retired: true })(lists, 'skills')).toMatchObject({
      renames: false,
      entry: { retired: true, formerly: ['Mobile'] },
    })
  })

  test('leaves the category for what fits nowhere else', () => {
    expect(() => change('Rest', { retired: true })(lists, 'categories')).toThrow('triage needs it')
    expect(change('Hardware', { retired: true })(lists, 'categories')?.entry.retired).toBe(true)
  })
})

describe('merging', () => {
  test('hands names and rules over', () => {
    const merged = merge('C++', 'Phones')(lists, 'skills')
    expect(merged?.entries.map(({ name }) => name)).toEqual(['Phones', 'COBOL'])
    expect(merged).toMatchObject({
      renames: true,
      entry: { name: 'Phones', formerly: ['C++', 'Mobile'], rules: ['C++'] },
    })
  })

  test('hands over what fits nowhere else, which then can’t be retired', () => {
    const categories = merge('Rest', 'Hardware')(lists, 'categories')?.entries ?? []
    expect(() => change('Hardware', { retired: true })({ ...lists, categories }, 'categories')).toThrow(
      'triage needs it',
    )
  })

  test.each([
    ['Phones', 'invalid'],
    ['Java', 'invalid'],
    ['COBOL', 'conflict'],
  ])('of Phones into %s is refused (%s)', (into, kind) =>
    expect(() => merge('Phones', into)(lists, 'skills')).toThrow(expect.objectContaining({ kind })),
  )
})

describe('default skills of a category', () => {
  const withDefaults = (...said: string[]) => change('Hardware', { defaultSkills: said })
  const withCategories = (decide: DecideList, from = lists) => {
    const categories = decide(from, 'categories')?.entries ?? from.categories
    return { ...from, categories }
  }

  test('are stored by the names in the list, once each, and the log says so', () => {
    expect(withDefaults('c++', 'Mobile', 'Phones')(lists, 'categories')).toMatchObject({
      entry: { defaultSkills: ['C++', 'Phones'] },
      renames: false,
      changes: [{ field: 'defaultSkills', from: null, to: 'C++, Phones' }],
    })
  })

  test('can be taken away, and stay when something else changes', () => {
    const some = withCategories(withDefaults('Phones'))
    expect(change('Hardware', { description: 'Devices' })(some, 'categories')?.entry).toMatchObject({
      defaultSkills: ['Phones'],
    })
    expect(withDefaults('Phones')(some, 'categories')).toBeNull()
    expect(defaultSkills(withCategories(withDefaults(), some), 'Hardware')).toEqual([])
  })

  test('come with a new category', () => {
    const added = add({ ...fresh('Telephony'), defaultSkills: ['phones'] })(lists, 'categories')
    expect(added?.entry).toMatchObject({ defaultSkills: ['Phones'] })
  })

  test.each([
    ['unknown', 'Dragons'],
    ['retired', 'COBOL'],
  ])('an %s skill is refused', (_why, name) =>
    expect(() => withDefaults(name)(lists, 'categories')).toThrow(
      expect.objectContaining({ kind: 'invalid' }),
    ),
  )

  test('a skill has none', () =>
    expect(() => change('C++', { defaultSkills: ['Phones'] })(lists, 'skills')).toThrow(
      expect.objectContaining({ kind: 'invalid' }),
    ))

  test('follow a skill that is renamed or merged, and leave out one that is retired', () => {
    const some = withCategories(withDefaults('C++', 'Phones'))
    const skills = (decide: DecideList) => ({ ...some, skills: decide(some, 'skills')?.entries ?? [] })
    expect(defaultSkills(skills(change('C++', { name: 'CPP' })), 'Hardware')).toEqual(['CPP', 'Phones'])
    expect(defaultSkills(skills(merge('C++', 'Phones')), 'Hardware')).toEqual(['Phones'])
    expect(defaultSkills(skills(change('C++', { retired: true })), 'Hardware')).toEqual(['Phones'])
    expect(catalogViewOf(skills(change('C++', { name: 'CPP' }))).categories[0]?.defaultSkills).toEqual([
      'CPP',
      'Phones',
    ])
  })
})
