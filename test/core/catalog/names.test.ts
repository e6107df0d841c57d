import { describe, expect, test } from 'vitest'
import { defaultSkills } from '../../../core/catalog/default-skills.ts'
import { currentNames, entryFinder, listedNames, offeredOf } from '../../../core/catalog/names.ts'
import { seedCatalog } from '../../../core/catalog/seed.ts'

const { skills: builtIn, categories } = seedCatalog({ skills: [], categories: [] })
const skills = builtIn.map((one) => {
  if (one.name === 'Mobile') return { ...one, name: 'Phones', formerly: ['Mobile'] }
  return one.name === 'SAP' ? { ...one, retired: true } : one
})
const find = entryFinder(skills)

describe('whose a name is', () => {
  test.each([
    ['C++', 'C++'],
    ['C#', 'C#'],
    ['Node.js', 'Node.js'],
    ['c++', 'C++'],
    ['wi-fi', 'Wi-Fi'],
    ['Active  directory', 'Active Directory'],
    ['Mobile', 'Phones'],
    ['MOBILE', 'Phones'],
    ['C', undefined],
    ['Node-js', undefined],
    ['.*', undefined],
    ['__proto__', undefined],
  ])('%s: %s', (said, name) => expect(find(said)?.name).toBe(name))
})

test('stored names become today’s, each once; what no list knows stays', () => {
  expect(currentNames(skills, ['Mobile', 'Java', 'Phones', 'Latin'])).toEqual(['Phones', 'Java', 'Latin'])
})

describe('names that somebody gives', () => {
  const listed = (said: string[], had: string[] = []) => listedNames(skills, said, { field: 'skills', had })

  test('are written as the list has them', () => {
    expect(listed(['java', 'Mobile', 'phones'])).toEqual(['Java', 'Phones'])
  })

  test('are refused when no list has them, or when they are retired', () => {
    expect(() => listed(['Latin'])).toThrow('“Latin” is not in the desk’s list.')
    expect(() => listed(['sap'])).toThrow('“SAP” is retired.')
  })

  test('may stay when they were there before', () => {
    expect(listed(['SAP', 'Java'], ['SAP'])).toEqual(['SAP', 'Java'])
  })
})

test('retired entries are not offered', () => {
  expect(offeredOf({ skills, categories }).skills.map(({ name }) => name)).not.toContain('SAP')
})

describe('the first lists', () => {
  test('take in names in use: another spelling becomes a former name, an unknown one a new entry', () => {
    const seeded = seedCatalog({ skills: ['java', 'Perl', 'perl', 'Printers'], categories: ['Garden'] })
    expect(seeded.skills.find(({ name }) => name === 'Java')?.formerly).toEqual(['java'])
    expect(seeded.skills.find(({ name }) => name === 'Perl')?.formerly).toEqual(['perl'])
    expect(seeded.skills.filter(({ name }) => name === 'Printers')).toHaveLength(1)
    expect(seeded.categories.map(({ name }) => name)).toContain('Garden')
  })

  test('a category comes with default skills, which the desk offers', () => {
    const seeded = seedCatalog({ skills: ['networking'], categories: [] })
    expect(defaultSkills(seeded, 'Network')).toEqual(['Networking'])
    expect(defaultSkills(seeded, 'Other')).toEqual([])
    const stored = categories.flatMap(({ defaultSkills: names = [] }) => names)
    expect(builtIn.map(({ name }) => name)).toEqual(expect.arrayContaining(stored))
  })
})
