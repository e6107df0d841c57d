import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Row } from '../report.ts'
import { percentile } from '../statistics.ts'
import type { ChatDesk } from './chat-desk.ts'

const mebibyte = 1_024 * 1_024
const bytes = 25 * mebibyte
const atOnce = 20

/** One large file through the desk, and twenty at once while others ask for lists. */
export async function measureFiles(chat: ChatDesk): Promise<Row[]> {
  // What a first upload loads stays in memory, and is not of a file's making.
  await upload(chat)
  await sleep(2_000)
  const one = await memoryDuring(chat.desk.pid, async () => download(chat, await upload(chat)))
  await sleep(2_000)
  const { times } = await whileAsking(chat, () =>
    Promise.all(Array.from({ length: atOnce }, async () => download(chat, await upload(chat)))),
  )
  const p99 = percentile(times, 0.99)
  return [
    {
      what: 'A file of 25 MB uploaded and downloaded: more memory of the desk',
      target: '<= 40 MB',
      measured: one === null ? 'not known on this system' : `${(one / mebibyte).toFixed(0)} MB`,
      met: one === null ? null : one <= 40 * mebibyte,
    },
    {
      what: `Meanwhile ${atOnce} of them at once: a list of tickets, p99 (p50) of ${times.length}`,
      target: '<= 100 ms',
      measured: `${p99.toFixed(0)} ms (${percentile(times, 0.5).toFixed(0)} ms)`,
      met: p99 <= 100,
    },
  ]
}

const bearer = ({ token }: ChatDesk) => ({ authorization: `Bearer ${token}` })

function* content() {
  const part = Buffer.alloc(256 * 1_024, '.')
  for (let sent = 0; sent < bytes; sent += part.length) yield part
}

type Sent = { method?: 'POST' | 'DELETE'; headers?: object; body?: Readable }

/** Streams cost `node:http` less than `fetch`, and the desk runs on the same cores. */
async function ask(chat: ChatDesk, path: string, { method, headers, body }: Sent = {}) {
  const request = httpRequest(`${chat.desk.url}${path}`, { method, headers: { ...bearer(chat), ...headers } })
  const answered = once(request, 'response') as Promise<[IncomingMessage]>
  if (body) body.pipe(request)
  else request.end()
  const [response] = await answered
  return response
}

/** @returns the file's id */
async function upload(chat: ChatDesk): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' }
  const sent: Sent = { method: 'POST', headers, body: Readable.from(content()) }
  const response = await ask(chat, '/api/files?name=large.bin', sent)
  if (response.statusCode !== 201) throw new Error(`The upload was answered with ${response.statusCode}.`)
  const { file } = (await json(response)) as { file: { id: string } }
  return file.id
}

/** Reads a file to its end and removes it, so that the next upload is within the limit of what is on no ticket. */
async function download(chat: ChatDesk, id: string): Promise<void> {
  let received = 0
  for await (const part of await ask(chat, `/api/files/${id}`)) received += part.length
  if (received !== bytes) throw new Error(`${received} of ${bytes} bytes came back.`)
  const removed = await ask(chat, `/api/files/${id}`, { method: 'DELETE' })
  removed.resume()
  await once(removed, 'end')
}

/** How much more the process held in memory at its most, in bytes. Null where there is no /proc. */
async function memoryDuring(pid: number, work: () => Promise<unknown>): Promise<number | null> {
  const before = residentBytes(pid)
  let most = before
  const watching = setInterval(() => {
    most = Math.max(most ?? 0, residentBytes(pid) ?? 0)
  }, 10)
  await work().finally(() => clearInterval(watching))
  return before === null || most === null ? null : most - before
}

function residentBytes(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1_024
  } catch {
    return null
  }
}

/** How long lists take while the work goes on, in ms. */
async function whileAsking(chat: ChatDesk, work: () => Promise<unknown>) {
  const times: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const startedAt = performance.now()
      await (await fetch(`${chat.desk.url}/api/tickets?limit=20`, { headers: bearer(chat) })).text()
      times.push(performance.now() - startedAt)
      await sleep(20)
    }
  })()
  await work().finally(() => {
    isOver = true
  })
  await asking
  return { times }
}
