import { describe, expect, test } from 'vitest'
import { seedCatalog } from '../../../core/catalog/seed.ts'
import { analyseLocally } from '../../../core/triage/local/analyse-locally.ts'
import { heldOutCases, type TriageCase } from './held-out-cases.ts'
import { labelledCases } from './labelled-cases.ts'
import { tunedCases } from './tuned-cases.ts'
import { unseenTickets } from './unseen-tickets.ts'

const lists = seedCatalog({ skills: [], categories: [] })

function analyse(text: string) {
  const [title = '', ...rest] = text.split('\n')
  return analyseLocally({ title, description: rest.join('\n').trim(), urgency: 'normal' }, lists)
}

function check([, text, priority, category, skills]: TriageCase) {
  const said = analyse(text)
  return {
    priority: said.priority === priority,
    category: said.category === category,
    skills: skills.every((skill) => said.skills.includes(skill)),
  }
}

const right = (cases: TriageCase[], what: keyof ReturnType<typeof check>) =>
  cases.filter((one) => check(one)[what]).length

test('there are at least 150, in ten languages', () => {
  const all = [...tunedCases, ...heldOutCases]
  expect(all.length).toBeGreaterThanOrEqual(150)
  expect(new Set(all.map(([language]) => language)).size).toBe(10)
  expect(new Set(all.map(([, text]) => text)).size).toBe(all.length)
})

test.each(tunedCases)('%s: %s', (_language, text, priority, category, skills) => {
  expect(analyse(text)).toMatchObject({ priority, category, skills: expect.arrayContaining(skills) })
})

/** How many were right when these were first tried, by rules alone, and what examples have changed: docs/triage.md. */
describe('of the cases kept apart', () => {
  test.each([
    ['priority', 69],
    ['category', 68],
    ['skills', 74],
  ] as const)('%s is right in %i of 75', (what, atLeast) => {
    expect(right(heldOutCases, what)).toBeGreaterThanOrEqual(atLeast)
  })
})

describe('of 280 labelled cases', () => {
  test.each([
    ['priority', 270],
    ['category', 257],
    ['skills', 271],
  ] as const)('%s is right in at least %i', (what, atLeast) => {
    expect(right(labelledCases, what)).toBeGreaterThanOrEqual(atLeast)
  })
})

/** As many as when the examples were last added to. */
describe('of 150 tickets that neither rules nor examples have seen', () => {
  const mixed = unseenTickets
    .filter((one) => one.set === 'mixed')
    .map(({ language, text, priority, category = 'Other', skills = [] }): TriageCase => {
      return [language, text, priority, category, skills]
    })
  test.each([
    ['priority', 123],
    ['category', 139],
    ['skills', 116],
  ] as const)('%s is right in at least %i', (what, atLeast) => {
    expect(right(mixed, what)).toBeGreaterThanOrEqual(atLeast)
  })
})
