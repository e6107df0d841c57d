import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPlaygroundWorld } from '../support/playground-world.ts'

type World = Awaited<ReturnType<typeof createPlaygroundWorld>>
const shots = process.env.SHOTS

/** Two people side by side in the playground, with a whole desk behind it. */
describe('the story of one ticket in the playground', () => {
  let world: World
  let seen: Awaited<ReturnType<World['openPage']>>
  beforeAll(async () => {
    world = await createPlaygroundWorld()
    seen = await world.openPage()
  })
  afterAll(() => world?.close())
  const shot = async (name: string) => {
    if (shots) await seen.page.screenshot({ path: `${shots}/${name}.png` })
  }

  test('1. Ada files a ticket with the form that /ticket opens', async () => {
    const { slack } = seen
    const composer = slack.getByRole('textbox', { name: 'Message Deskbridge' })
    await composer.fill('/ti')
    await slack.getByRole('option', { name: /\/ticket/ }).waitFor()
    await shot('01-command')
    await composer.fill('/ticket Printer on fire')
    await composer.press('Enter')
    const form = slack.getByRole('dialog', { name: 'File a ticket' })
    await form.getByRole('button', { name: 'File ticket' }).click()
    await expect.poll(() => form.getByRole('alert').count()).toBe(1)
    await shot('02-form')
    await form.getByRole('textbox', { name: 'What happened?' }).fill('It is **burning**. Flames!')
    await form.getByRole('button', { name: 'File ticket' }).click()
    await slack.getByRole('dialog', { name: 'Ticket filed' }).getByText('Filed as').waitFor()
    await shot('03-filed')
    await slack.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await slack.getByRole('heading', { name: /#\d+ Printer on fire/ }).waitFor()
  })

  test('2. it is triaged and assigned to Max, who claims it', async () => {
    const { discord } = seen
    await discord
      .getByRole('button', { name: /#\d+ Printer on fire/ })
      .first()
      .click()
    await discord.getByText('Open, assigned to Max Moe').first().waitFor()
    await shot('04-card')
    await discord.getByRole('button', { name: 'Claim' }).click()
    await discord
      .getByText(/In progress/)
      .first()
      .waitFor()
    await shot('05-claimed')
  })

  test('3. Max answers by /reply, and Ada replies in the thread', async () => {
    const { discord, slack } = seen
    const composer = discord.getByRole('textbox', { name: /^Message / })
    await composer.fill('/rep')
    await composer.press('Enter')
    await discord.getByRole('textbox', { name: 'text' }).fill('Is anybody **hurt**?')
    await shot('06-reply')
    await discord.getByRole('textbox', { name: 'text' }).press('Enter')
    await slack.getByRole('button', { name: /repl/ }).first().click()
    const thread = slack.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('Is anybody hurt?').waitFor()
    await thread.getByRole('textbox', { name: 'Reply…' }).fill('Nobody, but it still *burns* :fire:')
    await thread.getByRole('textbox', { name: 'Reply…' }).press('Enter')
    await discord.getByText('it still burns').waitFor()
    await shot('07-answered')
  })

  test('4. Max resolves it in a form, and the mail about it is in the mailbox', async () => {
    const { discord, slack, page } = seen
    await discord.getByRole('button', { name: 'Resolve', exact: true }).first().click()
    const form = discord.getByRole('dialog', { name: /Resolve #/ })
    await form.getByRole('button', { name: 'Submit' }).click()
    await form.getByText('This is a required field').waitFor()
    await form.getByRole('textbox').fill('Put it out.')
    await shot('08-resolve')
    await form.getByRole('button', { name: 'Submit' }).click()
    await slack.getByText('Resolved by Max Moe').first().waitFor()
    await shot('09-resolved')
    await page.getByRole('tab', { name: /Mailbox/ }).click()
    await page
      .getByRole('button', { name: /Printer on fire/ })
      .first()
      .waitFor()
    await shot('10-mail')
    await page.getByRole('tab', { name: 'Slack and Discord' }).click()
  })

  test('nothing went wrong in the page', () => {
    expect(seen.problems).toEqual([])
  })
})
