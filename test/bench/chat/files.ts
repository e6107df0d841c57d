import { readFileSync } from 'node:fs'
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

async function* content() {
  const part = new Uint8Array(64 * 1_024).fill(0x2e)
  for (let sent = 0; sent < bytes; sent += part.length) yield part
}

/** @returns the file's id */
async function upload(chat: ChatDesk): Promise<string> {
  const response = await fetch(`${chat.desk.url}/api/files?name=large.bin`, {
    method: 'POST',
    headers: { ...bearer(chat), 'content-type': 'application/octet-stream' },
    body: ReadableStream.from(content()),
    duplex: 'half',
  })
  if (response.status !== 201) throw new Error(`The upload was answered with ${response.status}.`)
  const { file } = (await response.json()) as { file: { id: string } }
  return file.id
}

/** Reads a file to its end and removes it, so that the next upload is within the limit of what is on no ticket. */
async function download(chat: ChatDesk, id: string): Promise<void> {
  const response = await fetch(`${chat.desk.url}/api/files/${id}`, { headers: bearer(chat) })
  let received = 0
  for await (const part of response.body ?? []) received += part.length
  if (received !== bytes) throw new Error(`${received} of ${bytes} bytes came back.`)
  await fetch(`${chat.desk.url}/api/files/${id}`, { method: 'DELETE', headers: bearer(chat) })
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
