import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

const startWithinMs = 60_000

export type DeskProcess = Awaited<ReturnType<typeof startDeskProcess>>

/**
 * The desk as its users run it: `node main.ts` in a process of its own, which can be killed at any moment.
 * @param environment the only configuration it gets
 */
export async function startDeskProcess(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['main.ts'], {
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',

      LOG_LEVEL: 'warn',
      DESK_PLAYGROUND: '0',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output += chunk
    })
  await isUp(child, () => output)
  const url = output.match(/Deskbridge is up after .*: (http\S+)/)?.[1] ?? ''
  return {
    child,
    url: url.replace('localhost', '127.0.0.1'),
    playgroundUrl: output.match(/http:\/\/localhost:\d+\/#\w+/)?.[0] ?? null,
    setupToken: output.match(/\/welcome#([\w-]+)/)?.[1] ?? null,
    output: () => output,
    /** As when the machine loses power. */
    kill: () => ended(child, 'SIGKILL'),
    /** As Ctrl-C. @returns its exit code */
    stop: () => ended(child, 'SIGINT'),
  }
}

async function isUp(child: ChildProcess, output: () => string) {
  const deadline = Date.now() + startWithinMs
  while (!output().includes('Press Ctrl-C to stop')) {
    if (child.exitCode !== null) throw new Error(`The desk ended with ${child.exitCode}:\n${output()}`)
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`The desk did not start within ${startWithinMs} ms:\n${output()}`)
    }
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  await exit
  return child.exitCode
}
