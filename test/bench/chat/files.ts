import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { measureIn } from '../processes.ts'
import { machineIsQuiet } from '../quiet.ts'
import type { Row } from '../report.ts'
import { percentile } from '../statistics.ts'
import { type FileDesk, startFileDesk } from './file-desk.ts'
import type { MoveInput } from './move-files.ts'

const mebibyte = 1_024 * 1_024
const atOnce = 20

/** One large file through a desk, and twenty at once while somebody asks for lists. */
export async function measureFiles(report: (line: string) => void): Promise<Row[]> {
  const desk = await startFileDesk(report)
  try {
    // What a first upload loads stays in memory, and is not of a file's making.
    await move(desk, 1)
    await machineIsQuiet()
    const one = await memoryDuring(desk.pid, () => move(desk, 1))
    await machineIsQuiet()
    return [memoryRow(one), listRow(await whileAsking(desk, () => move(desk, atOnce)))]
  } finally {
    await desk.stop()
  }
}

/** In a process of its own, so that what it sends and reads does not delay whoever asks for lists. */
const move = ({ url, token }: FileDesk, count: number) =>
  measureIn('./chat/move-files.ts', { url, token, count, bytes: 25 * mebibyte } satisfies MoveInput)

const memoryRow = (more: number | null): Row => ({
  what: 'A file of 25 MB uploaded and downloaded: more memory of the desk',
  target: '<= 40 MB',
  measured: more === null ? 'not known on this system' : `${(more / mebibyte).toFixed(0)} MB`,
  met: more === null ? null : more <= 40 * mebibyte,
})

function listRow({ times, seconds }: Asked): Row {
  const [p50, p99] = [percentile(times, 0.5), percentile(times, 0.99)]
  return {
    what: `${atOnce} of them at once: a list of tickets meanwhile, p99 (p50) of ${times.length}`,
    target: '<= 100 ms',
    measured: `${p99.toFixed(0)} ms (${p50.toFixed(0)} ms); the files took ${seconds.toFixed(0)} s`,
    met: p99 <= 100,
  }
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

/** How long each list took, in ms, and all of the work. */
type Asked = { times: number[]; seconds: number }

async function whileAsking({ url, token }: FileDesk, work: () => Promise<unknown>): Promise<Asked> {
  const times: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      const startedAt = performance.now()
      await (
        await fetch(`${url}/api/tickets?limit=20`, { headers: { authorization: `Bearer ${token}` } })
      ).text()
      times.push(performance.now() - startedAt)
      await sleep(20)
    }
  })()
  const startedAt = performance.now()
  await work().finally(() => {
    isOver = true
  })
  const seconds = (performance.now() - startedAt) / 1_000
  await asking
  return { times, seconds }
}
