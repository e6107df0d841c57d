import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { bytesOf } from '../read-body.ts'
import { contentAt, keepContent, maxFileBytes, maxFiles } from './contents.ts'
import { type ApiFailure, failures, isApiFailure, problemsIn } from './failures.ts'
import type { createFaults } from './faults.ts'
import { createMessageBuckets } from './messages/message-buckets.ts'
import { type Answer, createRouter, type Routes } from './route.ts'
import { createForm, isJson, type Json } from './validation/form.ts'
import type { RecordedCall, World } from './world.ts'

const apiPrefix = '/api/v10'

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
  const takeFromBucket = createMessageBuckets(world.settings.messageBuckets)

  function sendFile(response: ServerResponse, url: URL) {
    const content = contentAt(world, url)
    if (!content) return response.writeHead(404).end('This content is no longer available.')
    return response
      .writeHead(200, { 'content-type': content.type, 'content-length': content.bytes.length })
      .end(content.bytes)
  }

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost')
    if (url.pathname.startsWith('/attachments/')) return sendFile(response, url)
    const path = url.pathname.startsWith(apiPrefix) ? url.pathname.slice(apiPrefix.length) : url.pathname
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
    const bucket = takeFromBucket(method, call.path)
    const answer = await readBody(world, request)
      .then(async (body) => {
        call.body = body
        if (fate.delayMs) await sleep(fate.delayMs)
        if (fate.failure) throw fate.failure
        if (bucket.failure) throw bucket.failure
        return run(request, call, path)
      })
      .catch((error: unknown) => toFailure(error))
    if (fate.loseAnswer) return request.socket.resetAndDestroy()
    send(response, call, answer, bucket.headers)
    world.changes.emit('change')
  }

  function run(request: IncomingMessage, call: RecordedCall, path: string): Answer {
    const isOurs = request.url?.startsWith(apiPrefix)
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
async function readBody(world: World, request: IncomingMessage): Promise<unknown> {
  const bytes = await bytesOf(request)
  if (bytes.length === 0) return undefined
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readForm(world, bytes, type)
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    throw failures.malformedJson()
  }
}

async function readForm(world: World, bytes: Buffer, type: string): Promise<Json> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
    .formData()
    .catch(() => {
      throw failures.malformedJson()
    })
  const payload: unknown = JSON.parse(String(form.get('payload_json') ?? '{}'))
  const attachments = await keepFiles(world, form, isJson(payload) ? payload : {})
  if (!isJson(payload)) return { attachments }
  // An interaction's answer wraps the message in `data`
  if (isJson(payload.data)) return { ...payload, data: { ...payload.data, attachments } }
  return { ...payload, attachments }
}

/**
 * Files come as `files[n]`, and `attachments` of the payload may describe them by their number
 * (https://discord.com/developers/docs/reference#uploading-files).
 */
async function keepFiles(world: World, form: FormData, payload: Json): Promise<Json[]> {
  const parts = [...form].filter(([name]) => name !== 'payload_json')
  const problems = createForm()
  if (parts.length > maxFiles)
    problems.at('attachments').problem('BASE_TYPE_MAX_LENGTH', `Must be ${maxFiles} or fewer in length.`)
  for (const [name] of parts)
    if (!/^files\[\d+\]$/.test(name)) problems.at(name).problem('BASE_TYPE_BAD', 'Name files files[n].')
  for (const [index, described] of problems.list(payload, 'attachments', { max: maxFiles }).entries())
    if (!form.has(`files[${isJson(described) ? String(described.id) : ''}]`))
      problems.at('attachments', index).problem('ATTACHMENT_NOT_FOUND', 'No file has this id.')
  problems.throwIfWrong()
  const files = parts.flatMap(([, value]) => (typeof value === 'string' ? [] : [value]))
  if (files.some(({ size }) => size > maxFileBytes)) throw failures.tooLarge()
  return Promise.all(
    files.map(async (file) => {
      const content = { bytes: new Uint8Array(await file.arrayBuffer()), type: file.type }
      const id = keepContent(world, content)
      // Discord keeps only letters, digits, dots, dashes and underscores.
      const filename = file.name.replaceAll(/[^\w.-]+/g, '_')
      const url = `${world.cdn}/attachments/0/${id}/${encodeURIComponent(filename)}`
      return { id, filename, size: file.size, content_type: file.type, url, proxy_url: url }
    }),
  )
}

function toFailure(error: unknown): ApiFailure {
  if (isApiFailure(error)) return error
  console.error('The local Discord failed by itself:', error)
  const message = `500: the local Discord failed: ${error instanceof Error ? error.message : String(error)}`
  return Object.assign(new Error(message), { status: 500, body: { code: 0, message } })
}

function send(
  response: ServerResponse,
  call: RecordedCall,
  answer: Answer | ApiFailure,
  bucket?: Record<string, string>,
) {
  const isFailure = answer !== undefined && isApiFailure(answer)
  call.status = answer === undefined ? 204 : (answer.status ?? 200)
  if (isFailure && answer.body.code !== undefined) call.code = answer.body.code
  if (isFailure && answer.body.errors) call.problems = problemsIn(answer.body.errors)
  if (answer === undefined) return response.writeHead(204, bucket).end()
  const headers = isFailure ? answer.headers : undefined
  response
    .writeHead(call.status, { 'content-type': 'application/json', ...bucket, ...headers })
    .end(JSON.stringify(answer.body))
}
