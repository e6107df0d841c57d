import type { Page } from 'playwright-core'

/** Files a ticket in the playground, claims and answers it, and replies: what a newcomer sees in the middle of the story. */
export async function playHalfAStory(page: Page): Promise<void> {
  const slack = page.getByRole('region', { name: 'Slack', exact: true })
  const discord = page.getByRole('region', { name: 'Discord', exact: true })
  await page.getByRole('button', { name: 'Skip the tour' }).click()

  const command = slack.getByRole('textbox', { name: 'Message Deskbridge' })
  await command.fill('/ticket Label printer in the warehouse is jammed')
  await command.press('Enter')
  const form = slack.getByRole('dialog', { name: 'File a ticket' })
  await form
    .getByRole('textbox', { name: 'What happened?' })
    .fill(
      'Since this morning the label printer stops after *every page*: “paper jam”. There is no paper in it.',
    )
  await form.getByRole('button', { name: 'File ticket' }).click()
  await slack.getByRole('dialog', { name: 'Ticket filed' }).press('Escape')

  await discord
    .getByRole('button', { name: /#\d+ Label printer/ })
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
  await text.fill('Please open the *lower* flap. Is the **sensor** dusty?')
  await text.press('Enter')

  const card = slack.getByRole('article').filter({ hasText: 'Label printer in the warehouse' }).last()
  await card.getByRole('button', { name: /repl/ }).click()
  const reply = slack.getByRole('textbox', { name: 'Reply…' })
  await reply.fill('It was! Cleaned, and it prints again :tada:')
  await reply.press('Enter')
  await discord.getByText(/it prints again/).waitFor()
  await page.mouse.move(0, 0)
}
