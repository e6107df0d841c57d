import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { inject } from 'vitest'
import { freePorts } from '../../local/ports.ts'
import { launchChromium } from '../local/chromium.ts'
import { startDeskProcess } from './desk-process.ts'
import { startInngestFor } from './start-inngest.ts'

export type PlaygroundWorld = Awaited<ReturnType<typeof createPlaygroundWorld>>
export type OpenPage = Awaited<ReturnType<PlaygroundWorld['openPage']>>

/** A freshly started desk with its playground, and a browser. @param more settings of the desk */
export async function createPlaygroundWorld(more: Record<string, string> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'deskbridge-playground-'))
  const name = `playground-${randomBytes(4).toString('hex')}`
  const mongodb = `${inject('mongodb')}${name}`
  const inngest = await startInngestFor(folder)
  const environment: Record<string, string> = {
    // the page is on the next port, where it finds the desk again after a restart
    PORT: String((await freePorts(1))[0]),
    DESK_DATA: join(folder, 'data'),
    DESK_PLAYGROUND: '1',
    MONGODB_URI: mongodb,
    INNGEST_APP_ID: name,
    ...inngest.variables,
    ...more,
  }
  let desk = await startDeskProcess(environment)
  const browser = await launchChromium()

  /** The page as somebody sees it who opens the link. @returns it, its two clients, and what went wrong in it */
  async function openPage(options: BrowserContextOptions = {}) {
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 }, ...options })
    page.setDefaultTimeout(20_000)
    const problems: string[] = []
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      const isOwn =
        protocol === 'data:' || origin === new URL(page.url()).origin || page.url() === 'about:blank'
      if (!isOwn) problems.push(`The page asked ${request.url()}`)
    })
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      // the browser itself says so while the desk is down
      const isAway = message.text().startsWith('WebSocket connection')
      if (['error', 'warning'].includes(message.type()) && !isAway) problems.push(message.text())
    })
    await page.goto(desk.playgroundUrl ?? '')
    return { page, problems, ...clientsOf(page) }
  }

  return {
    openPage,
    desk: () => desk,

    /** Kills the desk and starts it again on the same data. */
    async restart() {
      await desk.kill()
      desk = await startDeskProcess(environment)
    },

    async close() {
      await browser.close()
      await desk.stop()
      const database = await mongoose.createConnection(mongodb).asPromise()
      await database.dropDatabase()
      await database.close()
      await inngest.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const clientsOf = (page: Page) => ({
  slack: page.getByRole('region', { name: 'Slack', exact: true }),
  discord: page.getByRole('region', { name: 'Discord', exact: true }),
})
