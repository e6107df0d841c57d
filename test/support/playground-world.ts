import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { slackManifest } from '../../bot/slack/manifest/manifest.ts'
import { builtPage } from '../../local/playground/build-page.ts'
import type { PlaygroundPerson } from '../../local/playground/protocol.ts'
import { servePlayground } from '../../local/playground/server/serve.ts'
import { createTroubles } from '../../local/playground/server/troubles.ts'
import { launchChromium } from '../local/chromium.ts'
import { createWorld, people } from './story-world.ts'

const { ada, max, mia } = people
const log = join(tmpdir(), 'deskbridge-playground-build.log')

/** Who can be played. */
const players: PlaygroundPerson[] = [
  { key: 'ada', ...ada, role: 'requester', about: 'Works on the 3rd floor', hasAccount: true },
  { key: 'max', ...max, role: 'moderator', about: 'Printers, Hardware', hasAccount: true },
  { key: 'mia', ...mia, role: 'moderator', about: 'SAP', hasAccount: true },
]

/** A whole desk, the playground beside it, and a browser that has its page open. */
export async function createPlaygroundWorld() {
  const { shortcuts = [], slash_commands: commands = [] } = slackManifest().features ?? {}
  const world = await createWorld({ withGemini: false, slack: { commands, shortcuts } })
  world.slack.addChannel({ id: 'C0HELP', name: 'it-help', members: [ada.slack] })
  await world.connected()
  await world.moderator(max)
  await world.moderator(mia, { skills: ['SAP'] })

  let isSlackDown = false
  const server = await servePlayground({
    surroundings: {
      slack: world.slack,
      discord: world.discord,
      mailbox: world.mailbox(),
      onMail: (look) => {
        const timer = setInterval(look, 500)
        return () => clearInterval(timer)
      },
      people: players,
      signInLink: async () => `${world.desk().url}/tickets`,
      troubles: createTroubles({
        'slack-down': {
          make: () => {
            isSlackDown = true
            return () => {
              isSlackDown = false
            }
          },
          lastsMs: 30_000,
        },
      }),
      consoleUrl: world.desk().url,
      firstChannel: 'C0HELP',
    },
    page: await builtPage({ report: console.log, log }),
    files: join(world.dataFolder, 'files'),
    port: 0,
    token: 'the-token',
  })
  const browser = await launchChromium()

  /** The page as somebody sees it who opens the link. @returns it, and what went wrong in it */
  async function openPage(more: { width?: number; height?: number; dark?: boolean } = {}) {
    const { width = 1600, height = 900, dark = false } = more
    const page = await browser.newPage({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
    })
    page.setDefaultTimeout(15_000)
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text())
    })
    await page.goto(server.url)
    await page.getByRole('button', { name: 'Skip the tour' }).click()
    return { page, problems, ...partsOf(page) }
  }

  async function close() {
    await browser.close()
    await server.close()
    await world.close()
  }

  return { ...world, openPage, url: server.url, isSlackDown: () => isSlackDown, close }
}

const partsOf = (page: Page) => ({
  slack: page.getByRole('region', { name: 'Slack', exact: true }),
  discord: page.getByRole('region', { name: 'Discord', exact: true }),
})
