import { spawn } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { diesWithParent } from './dies-with-parent.ts'

export type CommandOptions = {
  /** The file its output is appended to. */
  log: string
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Milliseconds until it is killed. Default 30 minutes. */
  timeout?: number
}

const defaultTimeout = 30 * 60_000
const maxOutput = 1_000_000

/**
 * Runs a command to its end. It dies with this process.
 * @returns its standard output, at most the last 1,000,000 characters
 * @throws one line with the command, how it ended, its last line of output and its log
 */
export async function runCommand(command: string, args: string[], options: CommandOptions): Promise<string> {
  await mkdir(path.dirname(options.log), { recursive: true })
  const log = createWriteStream(options.log, { flags: 'a' })
  log.write(`\n$ ${command} ${args.join(' ')}\n`)
  const wrapped = diesWithParent(command, args)
  const child = spawn(wrapped.command, wrapped.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: [wrapped.stdin, 'pipe', 'pipe'],
    timeout: options.timeout ?? defaultTimeout,
    killSignal: 'SIGKILL',
  })
  let output = ''
  let errors = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    log.write(chunk)
    output = (output + chunk).slice(-maxOutput)
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    log.write(chunk)
    errors = (errors + chunk).slice(-2000)
  })
  const ending = await new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(`could not be started (${error.message})`))
    child.on('close', (code, signal) =>
      resolve(code === 0 ? undefined : `ended with ${signal ?? `code ${code}`}`),
    )
  })
  log.end()
  await finished(log)
  if (ending === undefined) return output
  const lastLine = (errors.trim() || output.trim()).split('\n').at(-1)?.trim().slice(0, 300)
  throw new Error(`${command} ${args[0] ?? ''} ${ending}: ${lastLine || 'no output'} (log: ${options.log})`)
}
