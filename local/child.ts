import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { diesWithParent, type Wrapped } from './dies-with-parent.ts'

export type ChildOptions = {
  /** What it is called in messages: "Inngest". */
  name: string
  command: string
  args: string[]
  /** Its output is added here; begun anew when it is over 10 MB. */
  log: string
  /** What a person can do when it does not start. */
  remedy: string
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Asks it to end; SIGTERM if absent. */
  stopSignal?: NodeJS.Signals
  /** Milliseconds from that signal to SIGKILL; 5,000 if absent. */
  stopWithin?: number
  /** Told, in one line, when it ends by itself after it was ready. */
  lost?: (line: string) => void
  /** How it is made to die with this process. */
  wrap?: (command: string, args: string[]) => Wrapped
}

export type Child = {
  pid: number
  /** Resolves when it is gone, with how: "code 1" or "SIGKILL". */
  ended: Promise<string>
  /** Resolves when `probe` does not throw any more; throws one line if the child ends or `within` ms pass before. */
  ready(probe: () => Promise<unknown>, within: number): Promise<void>
  /** Ends it, by force if need be; may be called again. */
  stop(): Promise<void>
}

const largestLog = 10_000_000

/** Starts a service process of its own group, which this process outlives in no case. */
export async function startChild(options: ChildOptions): Promise<Child> {
  await mkdir(path.dirname(options.log), { recursive: true })
  const logStart = beginLog(options.log)
  const log = openSync(options.log, 'a')
  const wrapped = (options.wrap ?? diesWithParent)(options.command, options.args)
  // A group of its own: Ctrl-C in the terminal reaches this process only, which then stops things in order.
  const child = spawn(wrapped.command, wrapped.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: [wrapped.stdin, log, log],
    detached: process.platform !== 'win32',
  })
  closeSync(log)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  let over: string | undefined
  let running = false
  void ended.then((how) => {
    over = how
    if (running) options.lost?.(`${options.name} ended by itself (${how}): start again (log: ${options.log})`)
  })
  const problem = (what: string) =>
    new Error(
      `${options.name} ${what}: ${lastWords(options.log, logStart)}. ${options.remedy} (log: ${options.log})`,
    )

  const ready = async (probe: () => Promise<unknown>, within: number) => {
    const deadline = Date.now() + within
    for (;;) {
      if (over !== undefined) throw problem(`ended while starting (${over})`)
      if (await succeeds(probe)) {
        running = true
        return
      }
      if (Date.now() > deadline) {
        await stop()
        throw problem(`was not ready after ${Math.round(within / 1000)} s`)
      }
      await sleep(50)
    }
  }

  const stop = async () => {
    if (over !== undefined || child.pid === undefined) return
    running = false
    child.kill(options.stopSignal ?? 'SIGTERM')
    const forced = new AbortController()
    const killing = sleep(options.stopWithin ?? 5000, undefined, { signal: forced.signal }).then(
      () => killGroup(child.pid),
      () => undefined,
    )
    await ended
    forced.abort()
    await killing
    killGroup(child.pid)
  }
  return { pid: child.pid ?? 0, ended, ready, stop }
}

async function succeeds(probe: () => Promise<unknown>): Promise<boolean> {
  try {
    await probe()
    return true
  } catch {
    return false
  }
}

function killGroup(pid: number | undefined) {
  if (!pid) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group.
  }
}

/** Answers where this run's words begin. */
function beginLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size < largestLog) return size
  renameSync(log, `${log}.1`)
  return 0
}

function lastWords(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString('utf8').trim().split('\n')
  const telling = lines.findLast((line) => /error|fatal|fail|cannot|in use/i.test(line)) ?? lines.at(-1)
  return telling?.trim().replace(/\.$/, '').slice(0, 300) || 'it said nothing'
}
