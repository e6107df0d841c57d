import { stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Inngest } from 'inngest'
import { connect } from 'inngest/connect'
import { expect, onTestFinished, test } from 'vitest'
import { type LocalInngest, startInngest } from '../../local/inngest.ts'
import { temporaryFolder } from './temporary-folder.ts'

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
  const second = await start({ dataFolder, report: quiet, ports: first.ports })
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
