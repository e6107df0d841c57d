// npm run screenshots: writes the pictures of the playground, of mails and the contact sheets of all messages to docs/images.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePorts } from '../../local/ports.ts'
import { runCommand } from '../../local/processes/run-command.ts'
import { launchChromium } from '../local/chromium.ts'
import { startDeskProcess } from '../support/desk-process.ts'
import { photographMails } from './photograph-mails.ts'
import { playHalfAStory } from './play-half-a-story.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')
const themes = ['light', 'dark'] as const

const folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-screenshots-'))
const data = { DESK_DATA: path.join(folder, 'data'), DESK_PLAYGROUND: '1' }
console.log('Playing the week that is in the pictures: about a minute')
await runCommand('npm', ['run', 'demo'], {
  cwd: path.resolve(images, '../..'),
  log: path.join(folder, 'demo.log'),
  timeout: 600_000,
  env: data,
})
const desk = await startDeskProcess({ PORT: String((await freePorts(1))[0]), ...data })
const browser = await launchChromium()
try {
  const link = desk.playgroundUrl ?? ''
  const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, colorScheme: 'light' })
  await page.goto(link)
  await playHalfAStory(page)
  await write('playground', (file) => page.screenshot({ path: file }))
  for (const platform of ['Slack', 'Discord'])
    await write(`${platform.toLowerCase()}-ticket`, (file) =>
      page.getByRole('region', { name: platform, exact: true }).screenshot({ path: file }),
    )

  for (const theme of themes) {
    const gallery = await browser.newPage({ viewport: { width: 1840, height: 900 } })
    await gallery.goto(new URL(`/gallery?theme=${theme}`, link).href)
    const sheets = gallery.locator('.samples')
    await sheets.nth(1).waitFor()
    for (const [index, platform] of ['slack', 'discord'].entries())
      await write(`${platform}-${theme}`, (file) => sheets.nth(index).screenshot({ path: file }))
  }
  await photographMails(browser, write)
} finally {
  await browser.close()
  await desk.stop()
  await rm(folder, { recursive: true, force: true })
}

async function write(name: string, take: (file: string) => Promise<unknown>) {
  await take(path.join(images, `${name}.png`))
  console.log(`wrote docs/images/${name}.png`)
}
