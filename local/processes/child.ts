import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import type { Server } from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { diesWithParent, type Wrapped } from './dies-with-parent.ts'

export type ChildOptions = {
  /** Its name in messages, e.g. "Inngest". */
  name: string
  command: string
  args: string[]
  /** The file its output is appended to. A file over 10 MB is moved aside first. */
  log: string
  /** What to do when it does not start. */
  remedy: string
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Asks it to end. Default SIGTERM. */
  stopSignal?: NodeJS.Signals
  /** Milliseconds from that signal to SIGKILL. Default 5,000. */
  stopWithin?: number
  /** Called with one line when it exits unexpectedly after it was ready. */
  onExit?: (line: string) => void
  /** Given to a Node process as its first message, with the socket that it shall serve. Closed here. */
  gives?: { message: object; listening: Server }
  /** Makes it die with this process. */
  wrap?: (command: string, args: string[]) => Wrapped
}

export type Child = {
  pid: number
  /** Resolves when it has ended, with "code 1" or "SIGKILL". */
  ended: Promise<string>
  /** Resolves when `probe` succeeds. Throws one line when the child ends before, or after `within` ms. */
  ready(probe: () => Promise<unknown>, within: number): Promise<void>
  /** Ends it, by force if necessary. Safe to call twice. */
  stop(): Promise<void>
}

const maxLogBytes = 10_000_000

/** Starts a service in a process group of its own, which never outlives this process. */
export async function startChild(options: ChildOptions): Promise<Child> {
  await mkdir(path.dirname(options.log), { recursive: true })
  const logStart = beginLog(options.log)
  const log = openSync(options.log, 'a')
  const wrapped = (options.wrap ?? diesWithParent)(options.command, options.args)
  // In a group of its own, so Ctrl-C in the terminal reaches only this process, which stops services in order.
  const child = spawn(wrapped.command, wrapped.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: [wrapped.stdin, log, log, ...(options.gives ? ['ipc' as const] : [])],
    detached: process.platform !== 'win32',
  })
  closeSync(log)
  if (options.gives) give(child, options.gives)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`))
  })
  let over: string | undefined
  let running = false
  void ended.then((how) => {
    over = how
    if (running)
      options.onExit?.(
        `${options.name} exited unexpectedly (${how}). Restart the desk. (log: ${options.log})`,
      )
  })
  const problem = (what: string) =>
    new Error(
      `${options.name} ${what}: ${lastLine(options.log, logStart)}. ${options.remedy} (log: ${options.log})`,
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

/** What goes wrong shows as a child that is never ready. */
function give(child: ChildProcess, { message, listening }: NonNullable<ChildOptions['gives']>) {
  child.send(message, listening, () => listening.close())
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
    // The group is empty.
  }
}

/** Returns the offset at which this run's output begins. */
function beginLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0
  if (size < maxLogBytes) return size
  renameSync(log, `${log}.1`)
  return 0
}

function lastLine(log: string, from: number): string {
  const lines = readFileSync(log).subarray(from).toString('utf8').trim().split('\n')
  const errorLine = lines.findLast((line) => /error|fatal|fail|cannot|in use/i.test(line)) ?? lines.at(-1)
  return errorLine?.trim().replace(/\.$/, '').slice(0, 300) || 'no output'
}
