import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Inngest } from 'inngest'
import { connect } from 'inngest/connect'
import { expect, onTestFinished, test } from 'vitest'
import { type LocalInngest, startInngest } from '../../local/inngest/inngest.ts'
import { ownNetwork } from '../../local/inngest/own-network.ts'
import { listening } from '../local/listening.ts'
import { descendants } from '../local/processes.ts'
import { temporaryFolder } from '../local/temporary-folder.ts'

const quiet = () => undefined

async function start(options: Parameters<typeof startInngest>[0]) {
  const server = await startInngest(options)
  onTestFinished(server.stop)
  return server
}

/** A worker whose one function notes the names that events bring. */
async function greeter(server: LocalInngest) {
  const greeted: string[] = []
  const silent = { debug: quiet, info: quiet, warn: quiet, error: quiet }
  const client = new Inngest({
    id: 'greeter',
    baseUrl: server.baseUrl,
    eventKey: server.eventKey,
    signingKey: server.signingKey,
    isDev: false,
    logger: silent,
    internalLogger: silent,
  })
  const greet = client.createFunction(
    { id: 'greet', triggers: [{ event: 'test/greet' }] },
    async ({ event, step }) => {
      const name = await step.run('name', () => String(event.data.name))
      if (!greeted.includes(name)) greeted.push(name)
    },
  )
  const worker = await connect({
    apps: [{ client, functions: [greet] }],
    handleShutdownSignals: [],
    isolateExecution: false,
  })
  onTestFinished(() => worker.close())
  return { greeted, send: (name: string) => client.send({ name: 'test/greet', data: { name } }) }
}

test('an event runs a function, before and after the server is started anew', {
  timeout: 60_000,
}, async () => {
  const dataFolder = await temporaryFolder()
  const first = await start({ dataFolder, report: quiet })
  const { greeted, send } = await greeter(first)
  await send('Ada')
  await expect.poll(() => greeted, { timeout: 10_000 }).toEqual(['Ada'])

  await first.stop()
  await sleep(100)
  const second = await start({ dataFolder, report: quiet, port: first.port })
  expect(second).toMatchObject({
    baseUrl: first.baseUrl,
    eventKey: first.eventKey,
    signingKey: first.signingKey,
  })
  // An event that comes before the worker has connected anew starts nothing.
  const greetBob = async () => {
    await send('Bob')
    return greeted
  }
  await expect.poll(greetBob, { timeout: 30_000, interval: 1_000 }).toEqual(['Ada', 'Bob'])
})

test('its keys are for the owner only, and a folder has only one server', { timeout: 60_000 }, async () => {
  const dataFolder = await temporaryFolder()
  const server = await start({ dataFolder, report: quiet })
  expect((await stat(path.join(dataFolder, 'inngest', 'keys.json'))).mode & 0o777).toBe(0o600)
  expect(server.signingKey).toMatch(/^[0-9a-f]{64}$/)
  await expect(startInngest({ dataFolder, report: quiet })).rejects.toThrow(
    /^Another process uses the inngest data in .*\. Stop it, or choose another data folder$/,
  )
})

test('an event key that is not its own is refused', { timeout: 60_000 }, async () => {
  const server = await start({ dataFolder: await temporaryFolder(), report: quiet })
  const post = (key: string) =>
    fetch(`${server.baseUrl}/e/${key}`, {
      method: 'POST',
      body: JSON.stringify({ name: 'test/x', data: {} }),
    })
  expect((await post('wrong')).status).toBe(401)
  expect((await post(server.eventKey)).status).toBe(200)
})

/** What a browser or a program of somebody else can try. @returns the status, or why there is none */
const attempt = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, signal: AbortSignal.timeout(5_000) }).then(
    ({ status }) => status,
    () => 'unreachable' as const,
  )

/** A new server, the address of its guard, and how many other addresses it listens on. */
async function startWatched(options: Partial<Parameters<typeof startInngest>[0]> = {}) {
  const before = listening(descendants(process.pid))
  const server = await start({ dataFolder: await temporaryFolder(), report: quiet, ...options })
  const added = listening(descendants(process.pid)).filter((address) => !before.includes(address))
  const guard = `127.0.0.1:${server.port}`
  expect(added).toContain(guard)
  return { server, others: added.filter((address) => address !== guard) }
}

test('only its guard can be reached, and where the machine does not allow that, it says so', {
  timeout: 60_000,
}, async () => {
  const isAlone = (await ownNetwork()) !== undefined
  const { server, others } = await startWatched()
  expect(others.length === 0).toBe(isAlone)
  expect(server.description.includes('can reach it')).toBe(!isAlone)
})

test('it works without a network of its own, on this machine alone', { timeout: 60_000 }, async () => {
  const { server, others } = await startWatched({ findNetwork: async () => undefined })
  expect(others.filter((address) => !address.startsWith('127.0.0.1:'))).toEqual([])
  expect(server.description).toContain('Other programs and web pages on this machine can reach it')
  const { greeted, send } = await greeter(server)
  await send('Ada')
  await expect.poll(() => greeted, { timeout: 10_000 }).toEqual(['Ada'])
})

test('nobody deletes the app, reads events or registers functions', { timeout: 60_000 }, async () => {
  const server = await start({ dataFolder: await temporaryFolder(), report: quiet })
  const { greeted, send } = await greeter(server)
  const query = JSON.stringify({ query: 'mutation { deleteAppByName(name: "greeter") }' })
  const json = { 'content-type': 'application/json' }
  for (const headers of [json, { ...json, origin: 'https://evil.example' }])
    for (const path of ['/v0/gql', '/mcp', '/fn/register', '/v0/connect/start', '/invoke/greeter-greet'])
      expect([401, 403, 404]).toContain(
        await attempt(`${server.baseUrl}${path}`, { method: 'POST', headers, body: query }),
      )
  for (const path of ['/v1/events', '/dev', '/debug/pprof/', '/metrics', '/'])
    expect(await attempt(`${server.baseUrl}${path}`)).toBe(404)
  await send('Ada')
  await expect.poll(() => greeted, { timeout: 10_000 }).toEqual(['Ada'])
})

test.each([
  ['no ticket', '/v0/connect'],
  ['a made-up ticket', `/${'0'.repeat(48)}/v0/connect`],
])('the gateway stays shut for a worker with %s', { timeout: 60_000 }, async (_name, path) => {
  const server = await start({ dataFolder: await temporaryFolder(), report: quiet })
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, ['v0.connect.inngest.com'])
  const how = await new Promise((resolve) => {
    socket.onopen = () => resolve('open')
    socket.onerror = () => resolve('refused')
  })
  expect(how).toBe('refused')
})
