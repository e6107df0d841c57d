import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

/** Runs a script of this folder (or of a path relative to it) in a Node of its own; killed when the test has finished. */
export function runScript(script: string, ...args: string[]) {
  const file = fileURLToPath(new URL(script, import.meta.url))
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const heard = (line: string) => {
    lines.push(line)
    for (const wake of waiting) wake()
  }
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', heard)
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
  })

  /** Resolves with the first line that matches, or rejects when the process ends without it. */
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = lines.find((candidate) => pattern.test(candidate))
        if (found !== undefined) resolve(found)
      }
      waiting.add(look)
      look()
      void ended.then(() => reject(new Error(`It ended without ${pattern}: ${lines.join('\n')}`)))
    })
  return { child, lines, line, ended }
}

/** One that has ended but that nobody has waited for (a zombie) is not alive. */
export function isAlive(pid: number): boolean {
  const state = statOf(pid)[0]
  return state !== undefined && state !== 'Z'
}

/** What /proc says about a process, from its state on (proc_pid_stat(5)); empty when there is none. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in the second field may hold blanks and brackets; what follows its last bracket does not.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** The processes below `pid`. */
export function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ child: Number(name), parent: Number(statOf(Number(name))[1]) }))
  const below = (of: number): number[] =>
    parents.filter(({ parent }) => parent === of).flatMap(({ child }) => [child, ...below(child)])
  return below(pid)
}
