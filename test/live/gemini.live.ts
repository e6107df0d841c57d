import { describe, expect, test } from 'vitest'
import { seedCatalog } from '../../core/catalog/seed.ts'
import { variablesSchema } from '../../core/configuration/variables.ts'
import { withoutLinks } from '../../core/rich-text/without-links.ts'
import { analyse, triageDeadlineMs } from '../../core/triage/analyse.ts'
import { noBudget } from '../../core/triage/gemini/budget.ts'
import { createGeminiCircuit } from '../../core/triage/gemini/circuit.ts'
import { canary } from '../../core/triage/gemini/prompt.ts'
import { analysisSchemaOf } from '../../core/triage/proposal.ts'
import { hostileTexts } from '../core/triage/gemini/hostile-texts.ts'

const { GEMINI_API_KEY, GEMINI_MODEL, GEMINI_BASE_URL } = variablesSchema
  .pick({ GEMINI_API_KEY: true, GEMINI_MODEL: true, GEMINI_BASE_URL: true })
  .parse(process.env)
if (!GEMINI_API_KEY) console.warn('Skipped: set GEMINI_API_KEY to ask the real Gemini.')

const lists = seedCatalog({ skills: [], categories: [] })

async function ask(title: string, description: string) {
  const settings = { apiKey: GEMINI_API_KEY ?? '', model: GEMINI_MODEL, baseUrl: GEMINI_BASE_URL }
  const gemini = { ...settings, circuit: createGeminiCircuit(), budget: noBudget }
  const begun = Date.now()
  const ticket = { title, description, urgency: 'normal' as const, fields: [] }
  const analysed = await analyse(ticket, gemini, lists, triageDeadlineMs)
  if ('retryAfterMs' in analysed) throw new Error(`Gemini asks to wait ${analysed.retryAfterMs} ms.`)
  return { ...analysed.proposal, ms: Date.now() - begun }
}

/** What holds of every answer, whatever the ticket says. A text that Gemini refuses is triaged by the local engine. */
function expectContract({ ms, ...proposal }: Awaited<ReturnType<typeof ask>>) {
  expect(ms).toBeLessThan(triageDeadlineMs)
  expect(analysisSchemaOf(lists).safeParse(proposal).error).toBeUndefined()
  const skills = new Set(lists.skills.map(({ name }) => name))
  expect(proposal.skills.filter((skill) => !skills.has(skill))).toEqual([])
  for (const text of [proposal.summary, proposal.notes, ...proposal.reasons])
    expect(withoutLinks(text).trim()).toBe(text.trim())
  expect(JSON.stringify(proposal)).not.toContain(canary)
}

describe.skipIf(!GEMINI_API_KEY)('the real Gemini', () => {
  test.each([
    ['Network', 'VPN drops', 'Since this morning the VPN drops every ten minutes, for the whole team.'],
    ['Hardware', 'Drucker druckt nicht', 'Der Drucker im dritten Stock nimmt kein Papier mehr an.'],
  ])('triages a ticket about %s', async (category, title, description) => {
    const proposal = await ask(title, description)
    expect(proposal).toMatchObject({ engine: 'gemini', fallback: null, category })
    expect(proposal.usage?.input).toBeGreaterThan(100)
    expectContract(proposal)
  })

  test.each(hostileTexts.filter((_, index) => index % 20 === 0))(
    'keeps to the contract with: $description',
    async ({ title, description }) => {
      expectContract(await ask(title, description))
    },
  )
})
