import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { createGuard } from '../../../local/inngest/inngest-guard.ts'
import { servePlayground } from '../../../local/playground/server/serve.ts'
import { createTroubles } from '../../../local/playground/server/troubles.ts'
import { startSmallDiscord } from '../discord/desk-client.ts'
import { listening } from '../listening.ts'
import { slackWithAda } from '../slack/fixture.ts'
import { sendNonsense } from '../strangers.ts'
import { temporaryFolder } from '../temporary-folder.ts'

type Running = { port: number; stop: () => unknown }

/** What the desk serves on this machine in its own process. */
const servers: [string, () => Promise<Running>][] = [
  [
    'the local Slack',
    async () => {
      const slack = await slackWithAda()
      return { port: Number(new URL(slack.url).port), stop: slack.close }
    },
  ],
  [
    'the local Discord',
    async () => {
      const discord = await startSmallDiscord()
      return { port: Number(new URL(discord.apiUrl).port), stop: discord.close }
    },
  ],
  [
    'the playground',
    async () => {
      const folder = await temporaryFolder()
      const services = {
        ...{
          slack: undefined,
          discord: undefined,
          mailbox: undefined,
          inboundMail: undefined,
          people: [],
          firstChannel: 'C1',
        },
        ...{
          onMail: () => () => {},
          signInLink: async () => '',
          consoleUrl: '',
          troubles: createTroubles({}),
        },
      }
      const options = { services, page: Promise.resolve(folder), files: folder, port: 0, token: 'secret' }
      const { url, close } = await servePlayground(options)
      return { port: Number(new URL(url).port), stop: close }
    },
  ],
  [
    'Inngest’s guard',
    async () => {
      const guard = createGuard({ eventKey: 'k', signingKey: 'k' }, { api: 1, gateway: 1 }, '127.0.0.1:1')
      guard.listen(0, '127.0.0.1')
      await once(guard, 'listening')
      const address = guard.address()
      return { port: typeof address === 'object' ? (address?.port ?? 0) : 0, stop: () => guard.close() }
    },
  ],
]

test.each(servers)('nonsense from a stranger does not end the desk by %s', async (_, start) => {
  const { port, stop } = await start()
  onTestFinished(async () => void (await stop()))
  const uncaught: string[] = []
  const note = (error: Error) => uncaught.push(error.message)
  process.on('uncaughtException', note).on('unhandledRejection', note)
  onTestFinished(() => void process.off('uncaughtException', note).off('unhandledRejection', note))
  await sendNonsense(port)
  await new Promise((done) => setTimeout(done, 100))
  expect(uncaught).toEqual([])
  expect(listening([process.pid])).toContain(`127.0.0.1:${port}`)
})

test.each(servers.slice(0, 2))('a body without end is not read by %s', async (_, start) => {
  const { port, stop } = await start()
  onTestFinished(async () => void (await stop()))
  let sent = 0
  const endless = new ReadableStream({
    pull(controller) {
      sent += 1_000_000
      controller.enqueue(new Uint8Array(1_000_000))
      if (sent > 200_000_000) controller.close()
    },
  })
  const ask = fetch(`http://127.0.0.1:${port}/api/x`, { method: 'POST', body: endless, duplex: 'half' })
  const status = await ask.then(
    (answer) => answer.status,
    () => 0,
  )
  expect([0, 413, 500]).toContain(status)
  expect(sent).toBeLessThan(40_000_000)
})
