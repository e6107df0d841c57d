import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePorts } from '../../local/ports.ts'
import { diesWithParent } from '../../local/processes/dies-with-parent.ts'

const startWithinMs = 240_000
const stopWithinMs = 20_000

export type DeskOfCheckout = Awaited<ReturnType<typeof startDeskOfCheckout>>

/**
 * The desk of any checkout as its users run it: `node main.ts` with an empty data folder, so that it starts a database
 * and an Inngest of its own. Nothing of the checkout is imported: an older commit can be measured by this one's bench.
 * @param variables its configuration besides the port and the data folder
 */
export async function startDeskOfCheckout(checkout: string, variables: Record<string, string>) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'deskbridge-burst-'))
  // A folder that isn't new gets no playground, whose people would be in the way.
  await writeFile(path.join(dataFolder, 'bench'), '')
  const [port = 0] = await freePorts(1)
  const url = `http://127.0.0.1:${port}`
  const { command, args, stdin } = diesWithParent(process.execPath, ['main.ts'])
  const child = spawn(command, args, {
    cwd: checkout,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      PORT: String(port),
      DESK_DATA: dataFolder,
      LOG_LEVEL: 'warn',
      ...variables,
    },
    stdio: [stdin, 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk
    })

  async function stop() {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill('SIGINT')
      const force = setTimeout(() => child.kill('SIGKILL'), stopWithinMs)
      await exited
      clearTimeout(force)
    }
    await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** Its stand-ins may have to be built first, and its console too. */
  async function setupToken() {
    const deadline = Date.now() + startWithinMs
    while (Date.now() < deadline) {
      const token = output.match(/\/welcome#([\w-]+)/)?.[1]
      if (token && (await workerIsUp(url))) return token
      if (child.exitCode !== null) break
      await sleep(100)
    }
    await stop()
    throw new Error(`The desk of ${checkout} did not start:\n${output.slice(-2_000)}`)
  }

  return { url, pid: child.pid ?? 0, setupToken: await setupToken(), output: () => output, stop }
}

type Health = { services: { inngest?: { state: string } } }

async function workerIsUp(url: string): Promise<boolean> {
  try {
    const { services } = (await (await fetch(`${url}/api/health`)).json()) as Health
    return services.inngest?.state === 'up'
  } catch {
    return false
  }
}
