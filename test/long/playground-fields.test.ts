import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage } from '../local/playground/page-client.ts'
import { apiClient } from '../support/api-client.ts'
import { createPlaygroundWorld, type OpenPage, type PlaygroundWorld } from '../support/playground-world.ts'

/** A folder for pictures of each step, to look at them. */
const pictures = process.env.PICTURES

let world: PlaygroundWorld
let seen: OpenPage
beforeAll(async () => {
  world = await createPlaygroundWorld()
  await askAboutHardware()
  seen = await world.openPage({ viewport: { width: 1280, height: 800 } })
  await seen.page.getByRole('button', { name: 'Skip the tour' }).click()
})
afterAll(() => world?.close())

const picture = async (name: string) => {
  if (pictures) await seen.page.screenshot({ path: `${pictures}/${name}.png` })
}

const fields = [
  { key: 'serial', label: 'Serial number', kind: 'text', required: true, help: 'On the back of the device.' },
  { key: 'floor', label: 'Floor', kind: 'number', required: true },
  { key: 'colour', label: 'Colour', kind: 'select', required: true, options: ['Grey', 'Black'] },
  { key: 'bought', label: 'Bought on', kind: 'date', required: false },
  { key: 'spare', label: 'A spare one is there', kind: 'checkbox', required: false },
  { key: 'tried', label: 'What have you tried?', kind: 'long-text', required: false },
]

/** As the admin, has the category Hardware ask for one field of each kind. */
async function askAboutHardware() {
  const { url, playgroundUrl } = world.desk()
  const page = await openPage(playgroundUrl ?? '')
  const link = await page.call('console.signInLink', { key: 'ines' })
  page.close()
  const stranger = apiClient(url)
  const token = new URL(link.url).hash.slice(1)
  const session = await stranger.post<{ token: string }>('/api/auth/redeem', { token })
  const admin = stranger.as(session.body.token)
  type Category = { id: string; name: string; form?: { version: number } }
  const { body } = await admin.get<{ categories: Category[] }>('/api/catalog')
  const hardware = body.categories.find(({ name }) => name === 'Hardware')
  const version = hardware?.form?.version ?? 0
  const changed = await admin.put(`/api/catalog/categories/${hardware?.id}/form`, { version, fields })
  expect(changed.status).toBe(200)
}

const required = 'Please complete this required field.'

describe('in Slack', () => {
  const form = () => seen.slack.getByRole('dialog', { name: 'File a ticket' })

  test('the form asks what the chosen category asks', async () => {
    const { slack } = seen
    const composer = slack.getByRole('textbox', { name: 'Message Deskbridge' })
    await composer.fill('/ticket Label printer is jammed')
    await composer.press('Enter')
    await form().getByRole('textbox', { name: 'What happened?' }).fill('It stops after *every page*.')
    expect(await form().getByText('Serial number').count()).toBe(0)
    await form().getByRole('combobox', { name: 'Category' }).click()
    await slack.getByRole('option', { name: 'Hardware' }).click()
    await form().getByText('On the back of the device.').waitFor()
    expect(await form().getByRole('textbox', { name: 'What happened?' }).inputValue()).toContain('every page')
    await picture('70-slack-form')
  })

  test('errors appear below their fields', async () => {
    await form().getByRole('button', { name: 'File ticket' }).click()
    await expect.poll(() => form().getByText(required).count()).toBe(3)
    await picture('71-slack-missing')
    await form().getByRole('textbox', { name: 'Serial number' }).fill('SN-4711')
    await form().getByRole('textbox', { name: 'Floor' }).fill('third')
    await form().getByRole('combobox', { name: 'Colour' }).click()
    await seen.slack.getByRole('option', { name: 'Grey' }).click()
    await form().getByRole('button', { name: 'File ticket' }).click()
    await form().getByText('Please enter a number.').waitFor()
    await picture('72-slack-number')
  })

  test('the answers stand on the moderators’ card', async () => {
    await form().getByRole('textbox', { name: 'Floor' }).fill('3')
    await form().getByLabel('Bought on').fill('2026-02-27')
    await form().getByRole('checkbox', { name: 'Yes' }).check()
    await picture('73-slack-filled')
    await form().getByRole('button', { name: 'File ticket' }).click()
    await seen.slack.getByRole('dialog', { name: 'Ticket filed' }).waitFor()
    await seen.slack.getByRole('dialog').press('Escape')
    const { discord } = seen
    await discord
      .getByRole('button', { name: /Label printer is jammed/ })
      .first()
      .click()
    await discord.getByRole('button', { name: 'Claim' }).waitFor()
    for (const answer of ['SN-4711', 'Grey', '2026-02-27']) await discord.getByText(answer).first().waitFor()
    await picture('74-discord-card')
  })
})

describe('in Discord', () => {
  test('the form asks what the category of the command asks', async () => {
    const { discord } = seen
    const composer = discord.getByRole('textbox', { name: /^Message / })
    await composer.fill('/ticket new')
    await discord.getByRole('option', { name: /\/ticket new/ }).click()
    const category = discord.getByLabel('category', { exact: true })
    await category.fill('Hard')
    await discord.locator('datalist option[value=Hardware]').waitFor({ state: 'attached' })
    await category.fill('Hardware')
    await picture('75-discord-command')
    await discord.getByRole('button', { name: 'Run' }).click()
    const form = discord.getByRole('dialog', { name: 'File a ticket: Hardware' })
    await form.getByText('On the back of the device.').waitFor()
    await picture('76-discord-form')
  })
})

test('nothing went wrong in the page', () => {
  expect(seen.problems).toEqual([])
})
