import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPlaygroundWorld, type OpenPage, type PlaygroundWorld } from '../support/playground-world.ts'

/** A folder for pictures of each step, to look at them. */
const pictures = process.env.PICTURES

let world: PlaygroundWorld
let seen: OpenPage

/** A playground with these platforms, as a page sees it. */
const playedOn = (platforms: string) => {
  beforeAll(async () => {
    world = await createPlaygroundWorld({ DESK_PLAYGROUND_PLATFORMS: platforms })
    seen = await world.openPage({ viewport: { width: 1280, height: 800 } })
    await seen.page.getByRole('button', { name: 'Skip the tour' }).click()
  })
  afterAll(() => world?.close())
}

const picture = async (name: string) => {
  if (pictures) await seen.page.screenshot({ path: `${pictures}/${name}.png` })
}
const become = async (client: Locator, name: RegExp) => {
  await client.getByRole('button', { name: /Play somebody else/ }).click()
  await client.getByRole('menuitemradio', { name }).click()
  await client.getByRole('button', { name }).waitFor()
}

async function fileInSlack(title: string, description: string) {
  const { slack } = seen
  const composer = slack.getByRole('textbox', { name: 'Message Deskbridge' })
  await composer.fill(`/ticket ${title}`)
  await composer.press('Enter')
  const form = slack.getByRole('dialog', { name: 'File a ticket' })
  await form.getByRole('textbox', { name: 'What happened?' }).fill(description)
  await form.getByRole('button', { name: 'File ticket' }).click()
  await slack.getByRole('dialog', { name: 'Ticket filed' }).waitFor()
  await slack.getByRole('dialog').press('Escape')
}

describe('a desk with Slack alone', () => {
  playedOn('slack')

  test('has no Discord, and its card for moderators is in their channel', async () => {
    const { slack, discord } = seen
    expect(await discord.count()).toBe(0)
    await fileInSlack('Printer prints blank pages', 'The toner is new.')
    await become(slack, /Lena Vogel/)
    await slack.getByRole('button', { name: 'moderators' }).click()
    await slack.getByText('Open, assigned to Lena Vogel').first().waitFor()
    await picture('50-moderators')
    await slack.getByRole('button', { name: 'Claim' }).first().click()
    await slack
      .getByText(/In progress/)
      .first()
      .waitFor()
    await picture('51-claimed')
  })

  test('a message in the card’s thread stays internal, until it is sent to the requester', async () => {
    const { slack } = seen
    const card = slack.getByRole('article').filter({ hasText: 'Printer prints blank pages' }).first()
    await card.hover()
    await card.getByRole('button', { name: 'Reply in thread' }).click()
    const thread = slack.getByRole('complementary', { name: 'Thread' })
    const reply = thread.getByRole('textbox', { name: 'Reply…' })
    for (const text of ['Is it in warranty?', 'Please shake the toner.']) {
      await reply.fill(text)
      await reply.press('Enter')
      await thread.getByText(text).waitFor()
    }
    const message = thread.getByRole('article').filter({ hasText: 'Please shake the toner.' })
    await message.hover()
    await message.getByRole('button', { name: 'More actions' }).click()
    await picture('52-shortcut')
    await slack.getByRole('menuitem', { name: /Send to requester/ }).click()
    await message.getByRole('button', { name: /white_check_mark/ }).waitFor()
    await picture('53-sent')
    await become(slack, /Nora Lindqvist/)
    await slack.getByRole('button', { name: /1 reply/ }).click()
    const hers = slack.getByRole('complementary', { name: 'Thread' })
    await hers.getByText('Please shake the toner.').waitFor()
    expect(await hers.getByText('Is it in warranty?').count()).toBe(0)
    await picture('54-nora')
  })

  test('nothing went wrong in the page', () => {
    expect(seen.problems).toEqual([])
  })
})

describe('a desk with Discord alone', () => {
  playedOn('discord')

  const run = async (command: string, options: Record<string, string> = {}) => {
    const { discord } = seen
    const box = discord.getByRole('textbox', { name: /^Message / })
    await box.fill(command)
    await discord.getByRole('option').filter({ hasText: command }).first().click()
    for (const [name, value] of Object.entries(options)) await discord.getByLabel(name).fill(value)
    await discord.getByRole('button', { name: 'Run' }).click()
  }

  test('an admin places a panel in #help', async () => {
    const { discord } = seen
    await become(discord, /Ines Duarte/)
    await discord.getByRole('button', { name: 'help', exact: true }).click()
    await run('/panel', { text: 'Something broken? Tell us.' })
    await discord.getByText('The panel is here.').waitFor()
    await picture('70-panel')
  })

  test('an employee files from it, and sees nothing of #desk', async () => {
    const { discord } = seen
    await become(discord, /Nora Lindqvist/)
    await discord.getByText('Something broken? Tell us.').waitFor()
    expect(await discord.getByRole('button', { name: 'desk', exact: true }).count()).toBe(0)
    await discord.getByRole('button', { name: 'File a ticket' }).click()
    const form = discord.getByRole('dialog', { name: 'File a ticket' })
    await form.getByRole('textbox', { name: 'Title' }).fill('Printer prints blank pages')
    await form.getByRole('textbox', { name: 'What happened?' }).fill('The toner is new.')
    await form.getByRole('button', { name: 'Submit' }).click()
    await discord.getByRole('button', { name: /#1 Printer/ }).waitFor()
    expect(await discord.getByRole('button', { name: /#1 Printer/ }).count()).toBe(1)
  })

  test('what moderators write in #desk reaches her only when they send it', async () => {
    const { discord } = seen
    await become(discord, /Lena Vogel/)
    await discord.getByRole('button', { name: 'desk', exact: true }).click()
    await discord.getByRole('button', { name: /#1 Printer/ }).click()
    await discord.getByRole('button', { name: 'Claim' }).click()
    const box = discord.getByRole('textbox', { name: /^Message / })
    await box.fill('Is it in warranty?')
    await box.press('Enter')
    await run('/reply', { text: 'Please shake the toner.' })
    await discord.getByText('Sent to the requester').waitFor()
    await become(discord, /Nora Lindqvist/)
    await discord.getByRole('button', { name: /#1 Printer/ }).click()
    await discord.getByText('Please shake the toner.').waitFor()
    expect(await discord.getByText('Is it in warranty?').count()).toBe(0)
    await picture('71-nora')
  })

  test('nothing went wrong in the page', () => {
    expect(seen.problems).toEqual([])
  })
})

describe('a desk with a forum in Discord', () => {
  playedOn('slack,discord-forum')

  test('each ticket is a post with tags, which can be filtered by them', async () => {
    const { discord } = seen
    await discord.getByText('There are no posts in desk yet.').waitFor()
    await fileInSlack('VPN drops every ten minutes', 'All of us cannot work, it is urgent.')
    await fileInSlack('Keyboard with sticky keys', 'Coffee. No hurry.')
    const posts = discord.getByRole('region', { name: 'Posts in desk' })
    const vpn = posts.getByRole('article').filter({ hasText: 'VPN drops' })
    await vpn.getByRole('list', { name: 'Tags' }).getByText('Urgent').waitFor()
    await picture('60-posts')
    await posts.getByRole('button', { name: 'Urgent' }).click()
    await expect.poll(() => posts.getByRole('article').count()).toBe(1)
    await posts.getByRole('button', { name: /VPN drops/ }).click()
    await discord.getByRole('button', { name: 'Claim' }).click()
    await discord.getByRole('list', { name: 'Tags' }).getByText('In progress').waitFor()
    await picture('61-post')
  })

  test('on a narrow page, the channels are behind a button', async () => {
    const { page, discord } = seen
    await page.setViewportSize({ width: 390, height: 800 })
    await page.getByRole('tab', { name: 'Discord' }).click()
    const channel = discord.getByRole('button', { name: 'desk', exact: true })
    expect(await channel.isVisible()).toBe(false)
    await discord.getByRole('button', { name: 'Back to the channels' }).click()
    await picture('62-channels')
    await channel.click()
    await discord.getByRole('region', { name: 'Posts in desk' }).waitFor()
    await picture('63-narrow')
  })

  test('nothing went wrong in the page', () => {
    expect(seen.problems).toEqual([])
  })
})
