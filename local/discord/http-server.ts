import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bytesOf } from '../read-body.ts'
import { type ApiFailure, failures, isApiFailure, problemsIn } from './failures.ts'
import type { createFaults } from './faults.ts'
import { isJson, type Json } from './form.ts'
import { type Answer, createRouter, type Routes } from './route.ts'
import type { RecordedCall, World } from './world.ts'

const PREFIX = '/api/v10'

/** The table of routes that need the bot token, and of those that carry a token in their path. */
export type RouteTables = { withToken: Routes; open: Routes }

/** Discord's REST API over HTTP: records every call, meets ordered faults, checks the token, then runs the route. */
export function createHttpServer(
  world: World,
  faults: ReturnType<typeof createFaults>,
  { withToken, open }: RouteTables,
): Server {
  const findClosed = createRouter(withToken)
  const findOpen = createRouter(open)

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const path = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : url.pathname
    const method = request.method ?? 'GET'
    const call: RecordedCall = {
      method,
      path: safelyDecoded(path),
      query: Object.fromEntries(url.searchParams),
      body: undefined,
      at: Date.now(),
      status: 0,
    }
    world.calls.push(call)
    if (world.calls.length > world.settings.remembers) world.calls.shift()
    const fate = faults.take(method, call.path)
    const answer = await readBody(request)
      .then(async (body) => {
        call.body = body
        if (fate.delayMs) await sleep(fate.delayMs)
        if (fate.failure) throw fate.failure
        return run(request, call, path)
      })
      .catch((error: unknown) => toFailure(error))
    if (fate.loseAnswer) return request.socket.resetAndDestroy()
    send(response, call, answer)
    world.changes.emit('change')
  }

  function run(request: IncomingMessage, call: RecordedCall, path: string): Answer {
    const isOurs = request.url?.startsWith(PREFIX)
    const openMatch = findOpen(call.method, path)
    if (!openMatch && request.headers.authorization !== `Bot ${world.settings.token}`)
      throw failures.unauthorized()
    const match = isOurs ? (openMatch ?? findClosed(call.method, path.replaceAll('%40', '@'))) : undefined
    if (!match) {
      call.unknownRoute = true
      throw failures.noSuchRoute()
    }
    const body: Json = isJson(call.body) ? call.body : {}
    const host = request.headers.host ?? ''
    return match.handle({ world, params: match.params, query: call.query, body, raw: call.body, host })
  }

  return createServer((request, response) => {
    handle(request, response).catch((error) => response.destroy(error))
  })
}

function safelyDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** JSON, or a form with `payload_json` and files, whose names and sizes become the message's attachments. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request)
  if (bytes.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readForm(bytes, type)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw failures.malformedJson()
  }
}

async function readForm(bytes: Buffer, type: string): Promise<Json> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw failures.malformedJson()
    })
  const payload: unknown = JSON.parse(String(form.get('payload_json') ?? '{}'))
  const files = [...form.values()].filter((value) => typeof value !== 'string')
  const attachments = files.map((file, index) => ({
    id: String(index),
    filename: file.name,
    size: file.size,
    content_type: file.type,
    url: `https://cdn.discordapp.com/attachments/0/${index}/${encodeURIComponent(file.name)}`,
    proxy_url: `https://media.discordapp.net/attachments/0/${index}/${encodeURIComponent(file.name)}`,
  }))
  if (!isJson(payload)) return { attachments }
  // An interaction's answer wraps the message in `data`
  if (isJson(payload.data)) return { ...payload, data: { ...payload.data, attachments } }
  return { ...payload, attachments }
}

function toFailure(error: unknown): ApiFailure {
  if (isApiFailure(error)) return error
  console.error('The local Discord failed by itself:', error)
  const message = `500: the local Discord failed: ${error instanceof Error ? error.message : String(error)}`
  return Object.assign(new Error(message), { status: 500, body: { code: 0, message } })
}

function send(response: ServerResponse, call: RecordedCall, answer: Answer | ApiFailure) {
  const isFailure = answer !== undefined && isApiFailure(answer)
  call.status = answer === undefined ? 204 : (answer.status ?? 200)
  if (isFailure && answer.body.code !== undefined) call.code = answer.body.code
  if (isFailure && answer.body.errors) call.problems = problemsIn(answer.body.errors)
  if (answer === undefined) return response.writeHead(204).end()
  const headers = isFailure ? answer.headers : undefined
  response
    .writeHead(call.status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(answer.body))
}
