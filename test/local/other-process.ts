import { spawn } from 'node:child_process'
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
