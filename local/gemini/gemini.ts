import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { answers, type Behaviour, type Prompt } from './behaviours.ts'
import { refusedRequest } from './check-request.ts'
import { googleError, invalidKey, missingKey, type Reply } from './google-error.ts'

/** One request that arrived, in order of arrival. */
export type GeminiCall = Prompt & {
  at: number
  /** The request's body as it was sent. */
  body: unknown
  /** How the key came: in the address, where logs may keep it, or in the x-goog-api-key header. */
  keyIn: 'query' | 'header' | 'nowhere'
  /** HTTP status answered; 0 while it waits. */
  status: number
  /** The caller hung up before the answer. */
  abandoned: boolean
}

export type Gemini = Awaited<ReturnType<typeof startGemini>>

/** What is served today: 3.x and the `-latest` names; 1.x, 2.0 and 2.5 answer 404 or are about to. */
const models = /^gemini-(3(\.\d+)?-(flash|flash-lite|pro)(-preview)?|(flash|flash-lite|pro)-latest)$/

const unknownModel = (model: string) =>
  googleError(
    404,
    'NOT_FOUND',
    `models/${model} is not found for API version v1beta, or is not supported for generateContent. Call ListModels to see the list of available models and their supported methods.`,
  )

function send(response: ServerResponse, { status, headers, body }: Reply) {
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body, null, 2))
}

/**
 * A strict stand-in for the Gemini API's generateContent on loopback.
 * Unscripted requests get JSON that fits the schema they asked for, after `delayMs`.
 */
export async function startGemini({ apiKey = 'gemini-key', delayMs = 300, port = 0 } = {}) {
  const calls: GeminiCall[] = []
  const script: Behaviour[] = []
  const closing = new AbortController()
  const watchers = new Set<() => void>()
  let usual: Behaviour = answers()
  let delay = delayMs

  const server = createServer((request, response) => {
    respond(request, response).catch((error) => response.destroy(error))
  })

  async function respond(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const text = await bodyOf(request)
    const header = request.headers['x-goog-api-key']
    const key = url.searchParams.get('key') ?? header
    const match = /^\/v1beta\/models\/([^/:]+)(:generateContent)?$/.exec(url.pathname)
    const name = decodeURIComponent(match?.[1] ?? '')
    if (match && !match[2] && request.method === 'GET') return send(response, describe(name, key))
    const body = parsed(text)
    const call: GeminiCall = {
      ...promptOf(name, body),
      at: Date.now(),
      body,
      keyIn: url.searchParams.has('key') ? 'query' : header ? 'header' : 'nowhere',
      status: 0,
      abandoned: false,
    }
    response.on('close', () => {
      call.abandoned = !response.writableFinished
      for (const look of watchers) look()
    })
    calls.push(call)
    for (const look of watchers) look()
    const reply = await replyTo(request.method ?? '', match?.[2] !== undefined, key, call)
    if (response.destroyed) return
    call.status = reply.status
    send(response, reply)
  }

  /** https://ai.google.dev/api/models#method:-models.get */
  function describe(name: string, key: string | string[] | undefined): Reply {
    if (!key) return missingKey()
    if (key !== apiKey) return invalidKey()
    return models.test(name) ? { status: 200, body: { name: `models/${name}` } } : unknownModel(name)
  }

  async function replyTo(
    method: string,
    isRoute: boolean,
    key: string | string[] | undefined,
    call: GeminiCall,
  ): Promise<Reply> {
    if (!isRoute || method !== 'POST') return { status: 404, body: '' }
    if (!key) return missingKey()
    if (key !== apiKey) return invalidKey()
    if (call.body === undefined)
      return googleError(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received. Unexpected token.')
    const refused = refusedRequest(call.body)
    if (refused) return refused
    if (!models.test(call.model)) return unknownModel(call.model)
    const outcome = (script.shift() ?? usual)(call)
    const wait = 'hangMs' in outcome ? outcome.hangMs : delay
    await sleep(wait, undefined, { signal: closing.signal, ref: false })
    return 'hangMs' in outcome ? outcome.reply : outcome
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: bound } = server.address() as AddressInfo

  return {
    /** For `GEMINI_BASE_URL`. */
    url: `http://127.0.0.1:${bound}/v1beta/`,
    apiKey,
    calls,

    /** The answer of every request that has no scripted one. */
    usually(behaviour: Behaviour) {
      usual = behaviour
    },

    /** The answers of the next requests, in order; then the usual one again. */
    next(...behaviours: Behaviour[]) {
      script.push(...behaviours)
    },

    /** Milliseconds before an answer. */
    delayBy(ms: number) {
      delay = ms
    },

    /** The first call that fits, now or within `timeoutMs`. */
    async waitFor(
      predicate: (call: GeminiCall) => boolean,
      { timeoutMs = 5000, what = 'a call to Gemini' } = {},
    ): Promise<GeminiCall> {
      const found = Promise.withResolvers<GeminiCall>()
      const look = () => {
        const call = calls.find(predicate)
        if (call) found.resolve(call)
      }
      const tooLate = setTimeout(
        () => found.reject(new Error(`Waited ${timeoutMs} ms for ${what}; ${calls.length} calls came.`)),
        timeoutMs,
      )
      watchers.add(look)
      look()
      return found.promise.finally(() => {
        clearTimeout(tooLate)
        watchers.delete(look)
      })
    },

    async close() {
      closing.abort()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Content = { parts?: { text?: string }[] }
type Body = {
  contents?: Content[]
  systemInstruction?: Content
  system_instruction?: Content
  generationConfig?: { responseJsonSchema?: unknown; responseSchema?: unknown }
}

function promptOf(model: string, body: unknown): Prompt {
  const { contents, systemInstruction, system_instruction, generationConfig } = (body ?? {}) as Body
  const textOf = (content: Content | undefined) =>
    Array.isArray(content?.parts) ? content.parts.map((part) => part.text ?? '').join('') : ''
  return {
    model,
    system: textOf(systemInstruction ?? system_instruction),
    prompt: Array.isArray(contents) ? contents.map(textOf).join('\n') : '',
    schema: generationConfig?.responseJsonSchema ?? generationConfig?.responseSchema,
  }
}
