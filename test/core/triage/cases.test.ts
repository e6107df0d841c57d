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

const mixed = unseenTickets
  .filter((one) => one.set === 'mixed')
  .map(({ language, text, priority, category = 'Other', skills = [] }): TriageCase => {
    return [language, text, priority, category, skills]
  })

/** How many were right when each was first tried, and what examples have changed: docs/triage.md. */
describe.each([
  ['75 cases kept apart', heldOutCases, { priority: 69, category: 68, skills: 74 }],
  ['280 labelled cases', labelledCases, { priority: 270, category: 257, skills: 271 }],
  ['150 that neither rules nor examples have seen', mixed, { priority: 123, category: 139, skills: 116 }],
] as const)('of %s', (_which, cases, atLeast) => {
  test.each(['priority', 'category', 'skills'] as const)('%s is right in as many as before', (what) => {
    expect(right([...cases], what)).toBeGreaterThanOrEqual(atLeast[what])
  })
})
