import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createPlaygroundWorld, type OpenPage, type PlaygroundWorld } from '../support/playground-world.ts'

/** A folder for pictures of each step, to look at them. */
const pictures = process.env.PICTURES

let world: PlaygroundWorld
let seen: OpenPage
beforeAll(async () => {
  world = await createPlaygroundWorld()
  seen = await world.openPage({ viewport: { width: 1280, height: 800 }, colorScheme: 'dark' })
  await seen.page.getByRole('button', { name: 'Skip the tour' }).click()
})
afterAll(() => world?.close())
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await picture(`failed ${task.name.slice(0, 40)}`)
})

const redPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
)

const picture = async (name: string) => {
  if (pictures) await seen.page.screenshot({ path: `${pictures}/${name}.png` })
}
const write = async (client: Locator, text: string) => {
  const box = client.getByRole('textbox', { name: /^Message / })
  await box.fill(text)
  await box.press('Enter')
}
const messageWith = (client: Locator, text: string) => client.getByRole('article').filter({ hasText: text })
const choose = async (client: Locator, message: Locator, menu: string, item: string) => {
  await message.hover()
  await message.getByRole('button', { name: menu }).click()
  await client.getByRole('menuitem', { name: item }).click()
}
const become = async (client: Locator, name: RegExp) => {
  await client.getByRole('button', { name: /Play somebody else/ }).click()
  await client.getByRole('menuitemradio', { name }).click()
  await client.getByRole('button', { name }).waitFor()
}

describe('Slack', () => {
  test('a message is written, changed, reacted to and deleted', async () => {
    const { slack } = seen
    await slack.getByRole('button', { name: 'general' }).click()
    await slack.getByRole('textbox', { name: 'Message #general' }).waitFor()
    await write(slack, 'The *coffee* machine is out of ordr :coffee:')
    const message = messageWith(slack, 'The coffee machine')
    await choose(slack, message, 'More actions', 'Edit message')
    const editor = slack.getByRole('textbox', { name: 'Edit message' })
    expect(await editor.inputValue()).toBe('The *coffee* machine is out of ordr :coffee:')
    await editor.fill('The *coffee* machine is out of order :coffee:')
    await editor.press('Enter')
    await message.getByText('(edited)').waitFor()
    await message.hover()
    await message.getByRole('button', { name: 'Add reaction' }).click()
    await picture('20-emoji')
    await slack.getByRole('dialog', { name: 'Emoji' }).getByRole('button', { name: 'eyes' }).click()
    const reaction = message.getByRole('button', { name: /eyes/ })
    await expect.poll(() => reaction.getAttribute('aria-pressed')).toBe('true')
    await reaction.click()
    await expect.poll(() => reaction.count()).toBe(0)
    await choose(slack, message, 'More actions', 'Delete message')
    await expect.poll(() => message.count()).toBe(0)
  })

  test('a message with a mention and a file becomes a ticket by the app’s shortcut', async () => {
    const { slack, page } = seen
    const box = slack.getByRole('textbox', { name: /^Message / })
    await box.fill('Can @Sam')
    await slack.getByRole('option', { name: '@Sam Okafor' }).waitFor()
    await box.press('Enter')
    const chooser = page.waitForEvent('filechooser')
    await slack.getByRole('button', { name: 'Attach files' }).click()
    await (await chooser).setFiles({ name: 'log.txt', mimeType: 'text/plain', buffer: Buffer.from('503') })
    await box.press('End')
    await box.pressSequentially('help with the projector?')
    await box.press('Enter')
    const message = messageWith(slack, 'help with the projector?')
    await message.getByText('log.txt').waitFor()
    await message.hover()
    await message.getByRole('button', { name: 'More actions' }).click()
    await picture('21-shortcut')
    await slack.getByRole('menuitem', { name: /File a ticket/ }).click()
    const form = slack.getByRole('dialog', { name: 'File a ticket' })
    await form.getByRole('combobox', { name: 'How urgent is it?' }).click()
    await picture('22-select')
    await slack.getByRole('option', { name: /Low/ }).click()
    await form.getByRole('button', { name: 'File ticket' }).click()
    await slack.getByRole('dialog', { name: 'Ticket filed' }).waitFor()
    await slack.getByRole('dialog').press('Escape')
    await slack.getByRole('button', { name: 'Deskbridge' }).click()
    await slack.getByText('Low: it can wait').or(slack.getByText('Low')).first().waitFor()
  })

  test('a form waits for its files, and says which is too large', async () => {
    const { slack, page } = seen
    await write(slack, '/ticket The scanner hums')
    const form = slack.getByRole('dialog', { name: 'File a ticket' })
    await form.getByRole('textbox', { name: 'What happened?' }).fill('Listen')
    const pick = async (name: string, megabytes: number) => {
      const chooser = page.waitForEvent('filechooser')
      await form.getByRole('button', { name: 'Upload files' }).click()
      const buffer = Buffer.alloc(megabytes * 1_000_000, name)
      await (await chooser).setFiles({ name, mimeType: 'audio/wav', buffer })
    }
    await pick('long.wav', 28)
    await form.getByText('long.wav is larger than 27 MB.').waitFor()
    await pick('hum.wav', 4)
    await form.getByRole('button', { name: 'File ticket' }).click()
    await slack.getByRole('dialog', { name: 'Ticket filed' }).waitFor()
    await slack.getByRole('dialog').press('Escape')
    await seen.discord
      .getByRole('button', { name: /scanner hums/ })
      .first()
      .click()
    await seen.discord.getByText('hum.wav').waitFor()
    await seen.discord.getByRole('button', { name: 'desk', exact: true }).click()
  })

  test('the Home tab lists the ticket', async () => {
    const { slack } = seen
    await slack.getByRole('tab', { name: 'Home' }).click()
    await slack.getByRole('heading', { name: 'Open', exact: true }).waitFor()
    await slack
      .getByText(/projector/)
      .first()
      .waitFor()
    await picture('23-home')
    await slack.getByRole('tab', { name: 'Messages' }).click()
  })

  test('somebody else sees their own conversations', async () => {
    const { slack } = seen
    await become(slack, /Sam Okafor/)
    await slack.getByRole('button', { name: 'general' }).click()
    await messageWith(slack, 'help with the projector?').getByText('@Sam Okafor').first().waitFor()
    await picture('24-sam')
    await become(slack, /Nora Lindqvist/)
  })

  test('what people write runs nothing and leads nowhere else', async () => {
    const { slack } = seen
    await slack.getByRole('button', { name: 'office' }).click()
    await slack.getByRole('textbox', { name: 'Message #office' }).waitFor()
    await write(slack, '<img src=x onerror=alert(1)> <javascript:alert(1)|press> javascript:alert(1)')
    await messageWith(slack, 'onerror').waitFor()
    expect(await slack.locator('img').count()).toBe(0)
    expect(await slack.locator('a[href^="javascript"]').count()).toBe(0)
  })

  test('an unknown command is refused in Slack’s words, and the text stays', async () => {
    const { slack } = seen
    await write(slack, '/tiket')
    await slack
      .getByRole('alert')
      .getByText(/not a valid command/)
      .waitFor()
    expect(await slack.getByRole('textbox', { name: /^Message / }).inputValue()).toBe('/tiket')
    await slack.getByRole('textbox', { name: /^Message / }).fill('')
  })
})

describe('Discord', () => {
  const inThread = async () => {
    await seen.discord
      .getByRole('button', { name: /projector/ })
      .first()
      .click()
    await seen.discord.getByRole('button', { name: 'Claim' }).waitFor()
  }

  test('a message is written, replied to, changed, reacted to and deleted', async () => {
    const { discord } = seen
    await inThread()
    await write(discord, 'Who takes **this**? :eyes:')
    const message = messageWith(discord, 'Who takes this?').first()
    await message.hover()
    await message.getByRole('button', { name: 'Reply' }).click()
    await write(discord, 'I do')
    const reply = messageWith(discord, 'I do')
    await reply.getByText('@Lena Vogel').waitFor()
    await reply.hover()
    await reply.getByRole('button', { name: 'Edit' }).click()
    const editor = discord.getByRole('textbox', { name: 'Edit message' })
    await editor.fill('I do, today')
    await editor.press('Enter')
    await messageWith(discord, 'I do, today').getByText('(edited)').waitFor()
    await message.hover()
    await message.getByRole('button', { name: 'Add reaction' }).click()
    await discord.getByRole('dialog', { name: 'Emoji' }).getByRole('button', { name: 'tada' }).click()
    await message.getByRole('button', { name: '🎉, 1' }).waitFor()
    await picture('30-messages')
    await choose(discord, messageWith(discord, 'I do, today'), 'More', 'Delete message')
    await expect.poll(() => messageWith(discord, 'I do, today').count()).toBe(0)
  })

  test('what people write runs nothing and leads nowhere else', async () => {
    const { discord } = seen
    await write(
      discord,
      '<img src=x onerror=alert(1)> [press](javascript:alert(1)) ||<script>alert(1)</script>||',
    )
    await messageWith(discord, 'onerror').waitFor()
    expect(await discord.locator('a[href^="javascript"]').count()).toBe(0)
    await discord.getByRole('button', { name: 'Spoiler: show' }).click()
    await discord.getByText('<script>alert(1)</script>').waitFor()
  })

  test('a picture is sent and shown', async () => {
    const { discord, page } = seen
    const chooser = page.waitForEvent('filechooser')
    await discord.getByRole('button', { name: 'Attach files' }).click()
    await (await chooser).setFiles({ name: 'red.png', mimeType: 'image/png', buffer: redPixel })
    await discord.getByRole('textbox', { name: /^Message / }).press('Enter')
    const shown = discord.getByRole('img', { name: 'red.png' })
    await expect.poll(() => shown.evaluate((image: { naturalWidth?: number }) => image.naturalWidth)).toBe(1)
  })

  test('a message is sent to the requester from its Apps menu', async () => {
    const { discord, slack } = seen
    await write(discord, 'Which projector is it?')
    const message = messageWith(discord, 'Which projector is it?').first()
    await message.hover()
    await message.getByRole('button', { name: 'More' }).click()
    await picture('31-apps')
    await discord.getByRole('menuitem', { name: 'Send to requester' }).click()
    await slack.getByRole('button', { name: 'Deskbridge' }).click()
    await slack.getByRole('button', { name: /1 reply/ }).click()
    await slack.getByText('Which projector is it?').waitFor()
    await picture('32-both')
  })

  test('a command with subcommands answers for one person alone', async () => {
    const { discord } = seen
    const box = discord.getByRole('textbox', { name: /^Message / })
    await box.fill('/duty')
    await picture('33-commands')
    await discord.getByRole('option', { name: /\/duty off/ }).click()
    await discord.getByRole('button', { name: 'Run' }).click()
    const answer = messageWith(discord, 'Only you can see this').last()
    await answer.getByText(/off duty/i).waitFor()
    await picture('34-ephemeral')
    await answer.getByRole('button', { name: 'Dismiss message' }).click()
    await expect.poll(() => discord.getByText(/off duty/i).count()).toBe(0)
  })

  test('a plain member’s click is refused in the desk’s words', async () => {
    const { discord } = seen
    await become(discord, /Theo Blanc/)
    await discord.getByRole('button', { name: 'Threads' }).click()
    await discord.getByRole('menuitem', { name: /projector/ }).click()
    await discord.getByRole('button', { name: 'Claim' }).click()
    await messageWith(discord, 'Only you can see this').waitFor()
    await picture('35-theo')
    await become(discord, /Lena Vogel/)
  })
})

describe('around them', () => {
  test('trouble is shown with the time that is left, and can be stopped', async () => {
    const { page, slack } = seen
    await page.getByRole('button', { name: 'Simulate' }).click()
    await picture('40-simulate')
    await page.getByRole('menuitem', { name: /Take Slack down/ }).click()
    await page.getByText(/Slack is down, \d+ s left/).waitFor()
    await picture('41-down')
    await page.getByRole('button', { name: 'Stop' }).click()
    await expect.poll(() => page.getByText(/Slack is down/).count()).toBe(0)
    await expect.poll(() => slack.getByText('The desk is not connected to Slack.').count()).toBe(0)
  })

  test('the console opens in a tab of its own, signed in', async () => {
    const { page } = seen
    await page.getByRole('button', { name: 'Console', exact: true }).click()
    const opened = page.waitForEvent('popup')
    await page.getByRole('menuitem', { name: /Lena Vogel/ }).click()
    const tab = await opened
    await tab.getByText('Lena Vogel').first().waitFor()
    await tab.close()
  })

  test('a narrow page shows one client at a time', async () => {
    const { page, slack, discord } = seen
    await page.setViewportSize({ width: 800, height: 800 })
    await page.getByRole('tab', { name: 'Discord' }).click()
    await picture('42-narrow')
    expect(await slack.count()).toBe(0)
    expect(await discord.count()).toBe(1)
    await page.setViewportSize({ width: 1024, height: 768 })
    await picture('43-1024')
  })

  test('the gallery shows what the desk sends, in both themes', async () => {
    const gallery = await world.openPage()
    for (const theme of ['light', 'dark']) {
      await gallery.page.goto(new URL(`/gallery?theme=${theme}`, world.desk().playgroundUrl ?? '').href)
      await gallery.page.getByRole('figure', { name: 'Card, assigned' }).first().waitFor()
    }
    expect(await gallery.page.getByRole('figure').count()).toBeGreaterThan(40)
    expect(gallery.problems).toEqual([])
    await gallery.page.close()
  })

  test('a page without the token is refused, and says how to get in', async () => {
    const { page } = await world.openPage()
    await page.evaluate(() => sessionStorage.clear())
    await page.reload()
    await page.getByText(/Open the link that .* printed/).waitFor()
  })
})

test('nothing went wrong in the page', () => {
  expect(seen.problems).toEqual([])
})
