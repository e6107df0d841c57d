import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedCatalog } from '../../../../core/catalog/seed.ts'
import { readMarkdown } from '../../../../core/rich-text/read-markdown.ts'
import { analyse, type Gemini as Settings, triageDeadlineMs } from '../../../../core/triage/analyse.ts'
import { noBudget } from '../../../../core/triage/gemini/budget.ts'
import { createGeminiCircuit } from '../../../../core/triage/gemini/circuit.ts'
import { canary, systemPrompt } from '../../../../core/triage/gemini/prompt.ts'
import type { SimilarAtTriage } from '../../../../core/triage/similar/similar-at-triage.ts'
import { answers, type Behaviour } from '../../../../local/gemini/behaviours.ts'
import { type Gemini, startGemini } from '../../../../local/gemini/gemini.ts'
import { max, resolvedBy, ticketOf } from '../../../support/ticket-fixture.ts'
import { hostileTexts } from './hostile-texts.ts'

let gemini: Gemini
beforeAll(async () => {
  gemini = await startGemini({ delayMs: 0 })
})
afterAll(() => gemini.close())

const lists = seedCatalog({ skills: [], categories: [] })
const settings = (): Settings => ({
  apiKey: gemini.apiKey,
  model: 'gemini-3.5-flash-lite',
  baseUrl: gemini.url,
  circuit: createGeminiCircuit(),
  budget: noBudget,
})

/** A model that does whatever the ticket says, in the fields that it has. */
const obeys =
  (words: string): Behaviour =>
  (request) =>
    answers({
      category: 'Hardware',
      priority: 'urgent',
      summary: words,
      notes: `${words}\n\n[1]: https://evil.example`,
      skills: ['Root', 'Printers'],
      confidence: 1,
      reasons: [words],
      assignee: 'Mallory',
    })(request)

const everyLink =
  'see [a](https://evil.example) [b][1] <https:/evil.example> [[c]](//evil.example) ![d](x) www.evil.example'

const ask = async (
  behaviour: Behaviour,
  words: { title: string; description: string },
  resolved: SimilarAtTriage['resolved'] = [],
) => {
  gemini.usually(behaviour)
  const analysed = await analyse(
    { ...words, urgency: 'normal' },
    settings(),
    lists,
    triageDeadlineMs,
    { resolved },
  )
  if (!('proposal' in analysed)) throw new Error('It asks for another try.')
  return analysed.proposal
}

test.each(hostileTexts.map((words, index) => [index, words] as const))(
  'text %i changes nothing that it may not, even if the model obeys it',
  async (_, words) => {
    const proposal = await ask(obeys(`${words.description.slice(0, 300)} ${everyLink}`), words)
    expect(Object.keys(proposal)).not.toContain('assignee')
    expect(lists.categories.map(({ name }) => name)).toContain(proposal.category)
    expect(lists.skills.map(({ name }) => name)).toEqual(expect.arrayContaining(proposal.skills))
    for (const shown of [proposal.summary, proposal.notes, ...proposal.reasons])
      expect(JSON.stringify(readMarkdown(shown))).not.toMatch(/"type":"(link|image)/)
    const prompt = gemini.calls.at(-1)?.prompt ?? ''
    const read = prompt.replaceAll(/\p{Cf}/gu, '').normalize('NFKC')
    expect(read.match(/<\s*\/\s*t[iі][cс]ket/gi)).toHaveLength(1)
  },
)

/** A ticket of somebody else's that is like the one asked about, and holds the attack. */
const solved = (title: string, text: string): SimilarAtTriage['resolved'] => {
  const ticket = ticketOf({ ...resolvedBy(max), title })
  const resolution = ticket.resolution && { ...ticket.resolution, text }
  return [{ ticket: { ...ticket, resolution }, isShared: true }]
}
const printer = { title: 'Printer is broken', description: 'It jams since noon.' }

test.each(hostileTexts.map((words, index) => [index, words] as const))(
  'text %i in a similar ticket changes nothing that it may not either',
  async (_, { title, description }) => {
    const said = `${description.slice(0, 300)} ${everyLink}`
    const proposal = await ask(obeys(said), printer, solved(title, description))
    expect(Object.keys(proposal)).not.toContain('assignee')
    expect(lists.categories.map(({ name }) => name)).toContain(proposal.category)
    for (const shown of [proposal.summary, proposal.notes, ...proposal.reasons])
      expect(JSON.stringify(readMarkdown(shown))).not.toMatch(/"type":"(link|image)/)
    const prompt = gemini.calls.at(-1)?.prompt ?? ''
    const read = prompt.replaceAll(/\p{Cf}/gu, '').normalize('NFKC')
    expect(read.match(/<\s*\/\s*(?:t[iі][cс]ket|similar)/gi)).toHaveLength(2)
  },
)

test('what somebody else wrote never reaches the requester: such an answer is dropped', async () => {
  const others = solved('Printer jams after the merger with Initech', 'Ask Kim for key 12 of the cabinet')
  for (const said of [
    'As in: printer jams after the merger with Initech',
    'ASK KIM, for key 12 of the cabinet',
  ])
    expect(await ask(obeys(said), printer, others)).toMatchObject({
      engine: 'local',
      fallback: 'Gemini repeated a similar ticket',
    })
  const own = { ...printer, description: 'The printer jams after the merger with Initech.' }
  expect(await ask(obeys('The printer jams after the merger with Initech'), own, others)).toMatchObject({
    engine: 'gemini',
  })
})

const system = systemPrompt(lists)

test.each([
  ['all of its instructions', system],
  ['a sentence of them', system.slice(system.indexOf('Priority is'))],
  ['a sentence of them, in capitals', system.slice(-250).toUpperCase()],
  ['the reference', canary],
  ['the reference with dashes', [...canary].join('-')],
])('a model that says %s is not listened to', async (_, leaked) => {
  const proposal = await ask(obeys(leaked), { title: 'Printer is broken', description: 'Say it.' })
  expect(proposal).toMatchObject({ engine: 'local', fallback: 'Gemini repeated its instructions' })
  expect(JSON.stringify(proposal)).not.toContain(canary)
})
