import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { seedCatalog } from '../../../core/catalog/seed.ts'
import { analyse, triageDeadlineMs } from '../../../core/triage/analyse.ts'
import { noBudget } from '../../../core/triage/gemini/budget.ts'
import { createGeminiCircuit } from '../../../core/triage/gemini/circuit.ts'
import {
  answers,
  type Behaviour,
  badGateway,
  blocked,
  cutShort,
  dailyQuota,
  fenced,
  hangs,
  invalid,
  rateLimited,
  says,
  trailingComma,
  unavailable,
  wrongEnum,
} from '../../../local/gemini/behaviours.ts'
import { type Gemini, startGemini } from '../../../local/gemini/gemini.ts'
import { max, resolvedBy, ticketOf } from '../../support/ticket-fixture.ts'

let gemini: Gemini
beforeAll(async () => {
  gemini = await startGemini({ delayMs: 0 })
})
beforeEach(() => {
  gemini.calls.length = 0
  gemini.usually(answers(good))
})
afterAll(() => gemini.close())

const good = {
  category: 'Hardware',
  priority: 'high',
  summary: 'The printer burns.',
  skills: ['Printers', 'Plumbing'],
  notes: '- Put it out. See https://evil.example',
  confidence: 0.9,
  reasons: ['smoke'],
}
const lists = seedCatalog({ skills: [], categories: [] })
const ticket = { title: 'Printer on fire', description: 'Flames come out of it.', urgency: 'normal' as const }
const settingsOf = () => ({
  apiKey: gemini.apiKey,
  model: 'gemini-3.5-flash-lite',
  baseUrl: gemini.url,
  circuit: createGeminiCircuit(),
  budget: noBudget,
})
const ask = (behaviour: Behaviour = answers(good), leftMs = triageDeadlineMs, more: object = {}) => {
  gemini.usually(behaviour)
  const settings = { ...settingsOf(), ...more }
  return analyse(ticket, settings, lists, leftMs)
}

describe('by Gemini', () => {
  test.each<[string, Behaviour]>([
    ['plain JSON', answers(good)],
    ['JSON in a fence', fenced(good)],
    ['JSON with a trailing comma', trailingComma(good)],
  ])('from %s', async (_name, behaviour) => {
    expect(await ask(behaviour)).toEqual({
      proposal: {
        ...good,
        skills: ['Printers'],
        notes: '- Put it out. See [link removed]',
        engine: 'gemini',
        model: 'gemini-3.5-flash-lite',
        fallback: null,
        secrets: [],
        usage: { input: expect.any(Number), output: expect.any(Number), ms: expect.any(Number), cost: null },
      },
    })
    expect(gemini.calls).toHaveLength(1)
  })

  test('is asked once, with the key in a header and the shape of the answer', async () => {
    await ask()
    expect(gemini.calls).toMatchObject([{ keyIn: 'header', status: 200, model: 'gemini-3.5-flash-lite' }])
    expect(gemini.calls[0]?.schema).toMatchObject({ properties: { category: {}, priority: {} } })
    expect(JSON.stringify(gemini.calls[0]?.body)).toContain('Printer on fire')
  })
})

describe('what is sent to Gemini', () => {
  const secret = {
    title: 'VPN, password: Hunter2!x',
    description: 'card 4111 1111 1111 1111, ask kim@example.com about #4711 on db-07.intern, v2.11.0',
    urgency: 'normal' as const,
  }
  const sent = () => JSON.stringify(gemini.calls.map(({ body }) => body))
  const settings = settingsOf

  test('is neither a secret nor an address, and what triage needs stays', async () => {
    const analysed = await analyse(secret, settings(), lists, triageDeadlineMs)
    expect(sent()).not.toMatch(/Hunter2|4111|kim@/)
    expect(sent()).toContain('[password removed]')
    expect(sent()).toContain('#4711 on db-07.intern, v2.11.0')
    expect(analysed).toMatchObject({ proposal: { engine: 'gemini', secrets: ['password', 'card number'] } })
  })

  test('is only the title, where the desk is set up so', async () => {
    await analyse(secret, { ...settings(), titleOnly: true }, lists, triageDeadlineMs)
    expect(sent()).toContain('VPN')
    expect(sent()).not.toMatch(/Hunter2|4111|db-07/)
  })

  describe('of similar tickets that are resolved', () => {
    const solved = (isShared: boolean) => {
      const like = ticketOf({
        ...resolvedBy(max),
        title: 'VPN is gone, password: Hunter3!x',
        category: 'Network',
        priority: 'high',
        skills: ['VPN'],
      })
      const resolution = like.resolution && {
        ...like.resolution,
        text: 'Restarted [vpn-02](https://evil.example), card 4111 1111 1111 1111, told kim@example.com.',
      }
      return [{ ticket: { ...like, resolution }, isShared }]
    }
    const askAbout = (isShared: boolean, more: object = {}) =>
      analyse(secret, { ...settings(), ...more }, lists, triageDeadlineMs, { resolved: solved(isShared) })

    test('is what they were and how they were solved, without secrets, addresses and names', async () => {
      await askAbout(true)
      expect(sent()).toContain('category: Network, priority: high, skills: VPN')
      expect(sent()).toContain('title: VPN is gone')
      expect(sent()).toContain('solution: Restarted')
      expect(sent()).not.toMatch(/Hunter|4111|kim@|Max Moe|Ann Lee/)
    })

    test('is only what they were, where not every moderator may see them', async () => {
      await askAbout(false)
      expect(sent()).toContain('category: Network, priority: high, skills: VPN')
      expect(sent()).not.toMatch(/VPN is gone|Restarted/)
    })

    test('is nothing, where only titles are sent', async () => {
      await askAbout(true, { titleOnly: true })
      expect(sent()).not.toMatch(/category: Network|VPN is gone|<similar>/)
    })
  })

  test('nor does the local engine repeat a secret', async () => {
    const analysed = await analyse(secret, null, lists, triageDeadlineMs)
    expect(analysed).toMatchObject({ proposal: { engine: 'local', secrets: ['password', 'card number'] } })
    expect(JSON.stringify(analysed)).not.toMatch(/Hunter2|4111/)
  })
})

test('says what it took, and stops asking once the budget is spent', async () => {
  const costs: number[] = []
  const spend = async (cost: number) => {
    costs.push(cost)
  }
  const budget = { isSpent: async () => costs.length > 0, spend }
  const settings = { ...settingsOf(), prices: { input: 0.1, output: 0.4 }, budget }
  const first = await analyse(ticket, settings, lists, triageDeadlineMs)
  expect(first).toMatchObject({ proposal: { usage: { cost: expect.any(Number) } } })
  expect(await analyse(ticket, settings, lists, triageDeadlineMs)).toMatchObject({
    proposal: { engine: 'local', fallback: 'the budget for Gemini is spent for this month', usage: null },
  })
  expect(gemini.calls).toHaveLength(1)
  expect(costs).toEqual([expect.any(Number)])
})

test('a wrong key is tried with one ticket, not with each', async () => {
  const settings = { ...settingsOf(), apiKey: 'wrong' }
  for (let count = 0; count < 3; count++)
    expect(await analyse(ticket, settings, lists, triageDeadlineMs)).toMatchObject({
      proposal: { engine: 'local', fallback: 'Gemini refused the request (400)' },
    })
  expect(gemini.calls).toHaveLength(1)
  expect(settings.circuit.problem()).toBe('Gemini refused the request (400)')
})

describe('by the local engine, saying why', () => {
  test.each<[string, Behaviour]>([
    ["Gemini's answer had a wrong category", wrongEnum(good)],
    ['Gemini did not answer with JSON', says('I would rather not.')],
    ['Gemini gave no answer (PROHIBITED_CONTENT)', blocked()],
    ['Gemini gave no answer (SAFETY)', cutShort()],
    ['Gemini gave no answer (MAX_TOKENS)', cutShort('MAX_TOKENS')],
    ["Gemini's quota for today is spent", dailyQuota()],
    ['Gemini refused the request (400)', invalid()],
    ['Gemini is rate limited', rateLimited(60)],
  ])('%s', async (fallback, behaviour) => {
    expect(await ask(behaviour)).toMatchObject({
      proposal: { engine: 'local', model: null, category: 'Hardware', priority: 'urgent', fallback },
    })
  })

  test.each<[string, object, string]>([
    ['with a wrong key', { apiKey: 'wrong' }, 'Gemini refused the request (400)'],
    ['with a model that is retired', { model: 'gemini-1.5-flash' }, 'Gemini refused the request (404)'],
  ])('%s', async (_name, more, fallback) => {
    expect(await ask(answers(good), triageDeadlineMs, more)).toMatchObject({ proposal: { fallback } })
  })

  test('when it hangs, after no longer than is left', async () => {
    const ended: string[] = []
    const hanging = (leftMs: number) => ask(hangs(), leftMs).finally(() => ended.push(`${leftMs} ms left`))
    const [analysed] = await Promise.all([hanging(1_600), hanging(4_000)])
    expect(analysed).toMatchObject({
      proposal: { engine: 'local', fallback: 'Gemini did not answer in time' },
    })
    expect(ended).toEqual(['1600 ms left', '4000 ms left'])
  })

  test('when hardly any time is left, without asking Gemini', async () => {
    expect(await ask(answers(good), 1_000)).toMatchObject({
      proposal: { fallback: 'Gemini did not answer in time' },
    })
    expect(gemini.calls).toEqual([])
  })

  test('without a key, giving no reason', async () => {
    expect(await analyse(ticket, null, lists, triageDeadlineMs)).toMatchObject({
      proposal: { engine: 'local', fallback: null },
    })
  })
})

describe('asks to be called again while there is time', () => {
  test.each<[string, Behaviour, number]>([
    ['when rate limited', rateLimited(3), 3_000],
    ['when overloaded', unavailable(), 2_000],
    ['when a gateway is broken', badGateway(), 2_000],
  ])('%s', async (_name, behaviour, retryAfterMs) => {
    expect(await ask(behaviour)).toEqual({ retryAfterMs })
  })

  test('when it cannot be reached', async () => {
    expect(await ask(answers(good), triageDeadlineMs, { baseUrl: 'http://127.0.0.1:9/' })).toEqual({
      retryAfterMs: 2_000,
    })
  })

  test('but not once too little time is left', async () => {
    expect(await ask(unavailable(), 3_000)).toMatchObject({
      proposal: { engine: 'local', fallback: 'Gemini is overloaded' },
    })
  })
})
