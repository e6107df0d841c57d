import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPlaygroundWorld, type OpenPage, type PlaygroundWorld } from '../support/playground-world.ts'

/** A folder for pictures of each step, to look at them. */
const pictures = process.env.PICTURES

let world: PlaygroundWorld
let seen: OpenPage
beforeAll(async () => {
  world = await createPlaygroundWorld()
  seen = await world.openPage()
})
afterAll(() => world?.close())

const picture = async (name: string) => {
  if (pictures) await seen.page.screenshot({ path: `${pictures}/${name}.png` })
}

describe('the story of one ticket, by two people side by side in the page', () => {
  test('0. the tour says how to begin, and can be skipped', async () => {
    const tour = seen.page.getByRole('complementary', { name: 'Tour' })
    await tour.getByText(/You are Nora Lindqvist/).waitFor()
    await picture('00-tour')
    await tour.getByRole('button', { name: 'Skip the tour' }).click()
    expect(await tour.count()).toBe(0)
  })

  test('1. Nora files a ticket with the form that /ticket opens', async () => {
    const { slack } = seen
    const composer = slack.getByRole('textbox', { name: 'Message Deskbridge' })
    await composer.fill('/ti')
    await slack.getByRole('option', { name: /\/ticket\b/ }).waitFor()
    await picture('01-command')
    await composer.fill('/ticket Printer on fire')
    await composer.press('Enter')
    const form = slack.getByRole('dialog', { name: 'File a ticket' })
    await form.getByRole('button', { name: 'File ticket' }).click()
    await form.getByText('Please complete this required field.').waitFor()
    await picture('02-form')
    await form.getByRole('textbox', { name: 'What happened?' }).fill('It is *burning*. Flames!')
    await form.getByRole('button', { name: 'File ticket' }).click()
    await slack.getByRole('dialog', { name: 'Ticket filed' }).getByText('Filed as').waitFor()
    await picture('03-filed')
    await slack.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
    await slack.getByRole('heading', { name: /#\d+ Printer on fire/ }).waitFor()
  })

  test('2. it is triaged and assigned to Lena, who claims it', async () => {
    const { discord } = seen
    const link = discord.getByRole('button', { name: /#\d+ Printer on fire/ }).first()
    await link.click()
    await discord.getByText('Open, assigned to Lena Vogel').first().waitFor()
    await picture('04-card')
    await discord.getByRole('button', { name: 'Claim' }).click()
    await discord
      .getByText(/In progress/)
      .first()
      .waitFor()
    await picture('05-claimed')
  })

  test('3. Lena answers by /reply, and Nora replies in the thread', async () => {
    const { discord, slack } = seen
    const composer = discord.getByRole('textbox', { name: /^Message / })
    await composer.fill('/rep')
    await composer.press('Enter')
    const text = discord.getByRole('textbox', { name: 'text' })
    await text.fill('Is anybody **hurt**?')
    await picture('06-reply')
    await text.press('Enter')
    await slack.getByRole('button', { name: /repl/ }).first().click()
    const thread = slack.getByRole('complementary', { name: 'Thread' })
    await thread.getByText('Is anybody hurt?').waitFor()
    const reply = thread.getByRole('textbox', { name: 'Reply…' })
    await reply.fill('Nobody, but it still *burns* :fire:')
    await reply.press('Enter')
    await thread.getByText(/still burns/).waitFor()
    await discord.getByText(/still burns/).waitFor()
    await picture('07-answered')
  })

  test('the page says that the desk is away when it is killed, and goes on when it is back', async () => {
    const { page, slack, discord } = seen
    const back = world.restart()
    await page.getByText('The desk is away.').waitFor()
    await back
    await page.getByText('The desk is away.').waitFor({ state: 'detached' })
    await page.reload()
    await discord
      .getByRole('button', { name: /#\d+ Printer on fire/ })
      .first()
      .click()
    await discord.getByText(/still burns/).waitFor()
    await slack.getByRole('heading', { name: /#\d+ Printer on fire/ }).waitFor()
    // The desk starts without its bots when they take long to connect.
    await slack.getByText('The desk is not connected to Slack.').waitFor({ state: 'detached' })
    await discord.getByText('The desk is not connected to Discord.').waitFor({ state: 'detached' })
  })

  test('4. Lena resolves it in a form, and the mail about it is in the mailbox', async () => {
    const { discord, slack, page } = seen
    await discord.getByRole('button', { name: 'Resolve', exact: true }).first().click()
    const form = discord.getByRole('dialog', { name: /Resolve #/ })
    await form.or(discord.getByRole('alert')).waitFor()
    expect(await discord.getByRole('alert').allInnerTexts()).toEqual([])
    await form.getByRole('button', { name: 'Submit' }).click()
    await form.getByText('This is a required field').waitFor()
    await form.getByRole('textbox').fill('Put it out.')
    await picture('08-resolve')
    await form.getByRole('button', { name: 'Submit' }).click()
    await slack.getByText('Resolved by Lena Vogel').first().waitFor()
    await picture('09-resolved')
    await page.getByRole('tab', { name: /Mailbox/ }).click()
    await page.getByRole('button', { name: /nora@acme.example.*Printer on fire/ }).click()
    await page.frameLocator('iframe[title=Mail]').getByText('Put it out.').waitFor()
    await picture('10-mail')
  })

  test('5. Nora answers the mail, and both sides see her answer', async () => {
    const { discord, slack, page } = seen
    await page.getByRole('textbox', { name: 'Reply as nora@acme.example' }).fill('It smokes again!')
    await page.getByRole('button', { name: 'Send reply' }).click()
    await page.getByText('The reply is on the ticket.').waitFor()
    await picture('11-answered')
    await page.getByRole('tab', { name: 'Slack and Discord' }).click()
    await discord.getByText('It smokes again!').first().waitFor()
    await slack
      .getByRole('button', { name: /replies/ })
      .first()
      .click()
    await slack
      .getByText(/It smokes again!/)
      .first()
      .waitFor()
  })

  test('6. Sam files a ticket by mail, and hears its number', async () => {
    const { discord, page } = seen
    await page.getByRole('tab', { name: /Mailbox/ }).click()
    await page.getByRole('button', { name: 'Write to the desk' }).click()
    await page
      .getByRole('combobox', { name: 'From' })
      .selectOption({ label: 'Sam Okafor (sam@acme.example)' })
    await page.getByRole('textbox', { name: 'Subject' }).fill('Invoice scanner is jammed')
    await page.getByRole('textbox', { name: 'Message' }).fill('It stops after every page.')
    await page.getByRole('button', { name: 'Send mail' }).click()
    await page.getByText('The mail became a ticket.').waitFor()
    await page.getByRole('button', { name: /sam@acme.example.*Invoice scanner/ }).waitFor()
    await picture('12-filed-by-mail')
    await page.getByRole('tab', { name: 'Slack and Discord' }).click()
    await discord.getByRole('button', { name: 'desk', exact: true }).click()
    await discord
      .getByRole('button', { name: /Invoice scanner is jammed/ })
      .first()
      .waitFor()
  })
})

test('nothing went wrong in the page', () => {
  expect(seen.problems).toEqual([])
})
