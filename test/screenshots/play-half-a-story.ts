import type { Page } from 'playwright-core'

/** Files a ticket in the playground, claims and answers it, and replies: what a newcomer sees in the middle of the story. */
export async function playHalfAStory(page: Page): Promise<void> {
  const slack = page.getByRole('region', { name: 'Slack', exact: true })
  const discord = page.getByRole('region', { name: 'Discord', exact: true })
  await page.getByRole('button', { name: 'Skip the tour' }).click()

  const command = slack.getByRole('textbox', { name: 'Message Deskbridge' })
  await command.fill('/ticket Printer on the 3rd floor prints blank pages')
  await command.press('Enter')
  const form = slack.getByRole('dialog', { name: 'File a ticket' })
  await form
    .getByRole('textbox', { name: 'What happened?' })
    .fill('Since this morning every page comes out **blank**. I changed the toner, no difference.')
  await form.getByRole('button', { name: 'File ticket' }).click()
  await slack.getByRole('dialog', { name: 'Ticket filed' }).press('Escape')

  await discord
    .getByRole('button', { name: /#\d+ Printer/ })
    .first()
    .click()
  await discord.getByText('Open, assigned to Lena Vogel').first().waitFor()
  await discord.getByRole('button', { name: 'Claim' }).click()
  await discord
    .getByText(/In progress/)
    .first()
    .waitFor()
  await discord.getByRole('button', { name: 'Dismiss message' }).click()
  const answer = discord.getByRole('textbox', { name: /^Message / })
  await answer.fill('/reply')
  await answer.press('Enter')
  const text = discord.getByRole('textbox', { name: 'text' })
  await text.fill('Does **tray 2** print?')
  await text.press('Enter')

  await slack.getByRole('button', { name: /repl/ }).first().click()
  const reply = slack.getByRole('textbox', { name: 'Reply…' })
  await reply.fill('Tray 2 works, thank you :tada:')
  await reply.press('Enter')
  await discord.getByText(/Tray 2 works/).waitFor()
  await page.mouse.move(0, 0)
}
