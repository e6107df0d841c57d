import { createAgent, gemini as geminiModel } from '@inngest/agent-kit'
import { type AsyncContext, getAsyncCtx, runWithAsyncCtx } from 'inngest/experimental'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  answers,
  blocked,
  cutShort,
  dailyQuota,
  fenced,
  hangs,
  rateLimited,
  trailingComma,
  unavailable,
  wrongEnum,
} from '../../../local/gemini/behaviours.ts'
import { type Gemini, startGemini } from '../../../local/gemini/gemini.ts'

const schema = {
  type: 'object',
  properties: {
    category: { type: 'string', enum: ['hardware', 'network'] },
    summary: { type: 'string' },
    skills: { type: 'array', items: { type: 'string', enum: ['printers', 'vpn'] } },
  },
  required: ['category', 'summary'],
}

let gemini: Gemini
beforeEach(async () => {
  gemini = await startGemini({ delayMs: 5 })
})
afterEach(() => gemini.close())

function agent(generationConfig: object = {}) {
  return createAgent({
    name: 'triage',
    system: 'You sort tickets.',
    model: geminiModel({
      model: 'gemini-3.5-flash-lite',
      apiKey: gemini.apiKey,
      baseUrl: gemini.url,
      defaultParameters: {
        generationConfig: {
          responseMimeType: 'application/json',
          responseJsonSchema: schema,
          ...generationConfig,
        },
      },
    }),
  })
}

const textOf = (result: { output: unknown[] }) => (result.output[0] as { content: string }).content

describe('agent-kit and its gemini adapter', () => {
  test('get JSON that fits the schema they asked for, with what the test wants in it', async () => {
    gemini.usually(answers((prompt) => ({ summary: prompt.includes('fire') ? 'Fire' : 'No fire' })))
    const result = await agent().run('Printer on fire')
    expect(JSON.parse(textOf(result))).toEqual({
      category: 'hardware',
      summary: 'Fire',
      skills: ['printers'],
    })
    expect(gemini.calls).toHaveLength(1)
    expect(gemini.calls[0]).toMatchObject({ model: 'gemini-3.5-flash-lite', keyIn: 'query', status: 200 })
    expect(gemini.calls[0]?.prompt).toBe('You sort tickets.\nPrinter on fire')
  })

  test.each([
    ['fenced', fenced(), /```json\n[\s\S]+```/],
    ['a trailing comma', trailingComma(), /,\n\}$/],
    ['an enum never offered', wrongEnum(), /"category":"something-not-offered"/],
  ])('get %s as text', async (_, behaviour, expected) => {
    gemini.next(behaviour)
    expect(textOf(await agent().run('Printer on fire'))).toMatch(expected)
  })

  test.each([
    ['a blocked prompt', blocked(), 'promptFeedback'],
    ['a safety stop', cutShort('SAFETY'), 'SAFETY'],
    ['no room for an answer', cutShort('MAX_TOKENS'), 'MAX_TOKENS'],
  ])('take %s for a success without output', async (_, behaviour, inRaw) => {
    gemini.next(behaviour)
    const result = await agent().run('Printer on fire')
    expect(result.output).toEqual([])
    expect(result.raw).toContain(inRaw)
  })

  test.each([
    ['429', rateLimited(3), /Please retry in 3s/],
    ['the daily 429', dailyQuota(), /exceeded your current quota/],
    ['503', unavailable(), /overloaded/],
  ])('throw the message of %s, then work again', async (_, behaviour, message) => {
    gemini.next(behaviour)
    await expect(agent().run('Printer on fire')).rejects.toThrow(message)
    expect((await agent().run('Printer on fire')).output).toHaveLength(1)
  })

  test('send their request through an infer of our own, which can hang up', async () => {
    gemini.next(hangs(30_000))
    const infer = async (_: string, { model, body }: { model: { url: string }; body: object }) =>
      (
        await fetch(model.url, {
          method: 'POST',
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(100),
        })
      ).json()
    await getAsyncCtx()
    const context = { execution: { ctx: { step: { ai: { infer } } } } } as unknown as AsyncContext
    await expect(runWithAsyncCtx(context, () => agent().run('Printer on fire'))).rejects.toThrow(/timeout/)
    const call = await gemini.waitFor((seen) => seen.abandoned, { what: 'the caller to hang up' })
    expect(call.status).toBe(0)
  })
})

describe('the API, asked without an adapter', () => {
  async function generate(
    body: unknown,
    { key = gemini.apiKey, model = 'gemini-3.5-flash-lite' }: { key?: string; model?: string } = {},
  ) {
    const response = await fetch(`${gemini.url}models/${model}:generateContent`, {
      method: 'POST',
      headers: { 'x-goog-api-key': key },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return {
      status: response.status,
      retryAfter: response.headers.get('retry-after'),
      body: (await response.json()) as {
        error?: { status: string; message: string; details?: { quotaId?: string; '@type': string }[] }
      },
    }
  }
  const contents = [{ parts: [{ text: 'Hello' }] }]

  test.each([
    [
      { contents, generationConfig: { responseMimetype: 'application/json' } },
      'Unknown name "responseMimetype" at \'generation_config\': Cannot find field.',
    ],
    [{ contents, stream: true }, 'Unknown name "stream": Cannot find field.'],
    [
      {
        contents,
        generationConfig: {
          responseMimeType: 'application/json',
          responseSchema: { type: 'object', $schema: 'x' },
        },
      },
      'Unknown name "$schema" at \'generation_config.response_schema\': Cannot find field.',
    ],
    [
      { contents, generationConfig: { responseJsonSchema: schema } },
      "Response schema with response mime type: 'text/plain' is unsupported",
    ],
    [
      {
        contents,
        generationConfig: {
          responseMimeType: 'application/json',
          responseJsonSchema: {},
          responseSchema: {},
        },
      },
      'Only one of',
    ],
    [{ contents: [] }, 'contents is not specified'],
    [{ contents: [{ parts: [{}] }] }, "required oneof field 'data' must have one initialized field"],
    [{ contents: [{ role: 'system', parts: [{ text: 'x' }] }] }, 'Please use a valid role'],
    ['{', 'Invalid JSON payload received.'],
  ])('refuses %j', async (body, message) => {
    const answer = await generate(body)
    expect(answer.status).toBe(400)
    expect(answer.body.error?.status).toBe('INVALID_ARGUMENT')
    expect(answer.body.error?.message).toContain(message)
  })

  test('knows its key and its models', async () => {
    expect((await generate({ contents }, { key: 'wrong' })).body.error?.message).toMatch(/API key not valid/)
    expect((await generate({ contents }, { key: '' })).status).toBe(403)
    expect((await generate({ contents }, { model: 'gemini-1.5-flash' })).status).toBe(404)
  })

  test('says in details and header what a 429 wants', async () => {
    gemini.next(rateLimited(2), dailyQuota())
    const minute = await generate({ contents })
    expect(minute).toMatchObject({ status: 429, retryAfter: '2' })
    expect(JSON.stringify(minute.body)).toContain('"retryDelay":"2s"')
    expect(JSON.stringify((await generate({ contents })).body)).toContain('PerDayPerProjectPerModel')
  })
})
