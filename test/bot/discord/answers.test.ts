import { expect, onTestFinished, test } from 'vitest'
import { changeCategoryForm } from '../../../core/catalog/edit-catalog.ts'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import { deskWithDiscord } from './desk-with-discord.ts'

const admin = { _id: 'm'.repeat(24), name: 'Ines', role: 'admin' }
const origin = { surface: 'web', address: null, agent: null } as const
const optional = { required: false } as const
const fields: CategoryField[] = [
  { key: 'story', label: 'What it printed', kind: 'long-text', ...optional },
  { key: 'serial', label: 'Serial number', kind: 'text', required: true, help: 'On the back.' },
  { key: 'floor', label: 'Floor', kind: 'number', ...optional },
  { key: 'colour', label: 'Colour', kind: 'select', ...optional, options: ['Grey', 'Black'] },
  { key: 'bought', label: 'Bought on', kind: 'date', ...optional },
  { key: 'spare', label: 'A spare one is there', kind: 'checkbox', ...optional },
]

/** Eva has filed a ticket in a category that asks for these fields. */
async function filed() {
  const all = await deskWithDiscord()
  const { desk, discord, somebody } = all
  const eva = await somebody('Eva', 'user')
  const changeFields = async (asked: CategoryField[]) => {
    const { id = '', form } =
      (await desk.catalog.load()).categories.find(({ name }) => name === 'Hardware') ?? {}
    await changeCategoryForm(desk, admin, id, { version: form?.version ?? 0, fields: asked }, origin)
  }
  await changeFields(fields)
  onTestFinished(() => changeFields([]))
  await eva.person.command('ticket new', {}, { channel: discord.channelId })
  const answer = await eva.person.submitModal({
    ...{ Title: 'Printer on fire', 'What happened?': 'It smokes.', Category: 'Hardware' },
  })
  const shown = (what: string) =>
    discord.waitFor(
      async () => {
        const thread = (await desk.tickets.findByNumber(1))?.surfaces.discord?.thread
        return thread && discord.transcript(thread).includes(what)
      },
      { what },
    )
  const press = (label: string) => eva.person.clickButton({ channel: discord.channelId, label })
  return { ...all, eva, answer, shown, press }
}

test('a filed ticket asks for what its category asks, five at a time, required ones first', async () => {
  const { desk, eva, answer, shown, press } = await filed()
  expect(answer.text).toContain('Filed as #1.')
  expect(answer.text).toContain('“Hardware” asks for Serial number, What it printed, Floor')
  await shown('Serial number: not answered yet')
  const { modal } = await press('Answer the questions')
  expect(modal?.fields.map(({ label, required }) => [label, required])).toEqual([
    ['Serial number', true],
    ...['What it printed', 'Floor', 'Colour', 'Bought on'].map((label) => [label, false]),
  ])
  const saved = await eva.person.submitModal({
    ...{ 'Serial number': 'SN-1', Floor: '2,5', Colour: 'Black', 'Bought on': '2026-11-02' },
  })
  expect(saved.text).toContain('Saved. 2 more to answer.')
  await shown('Serial number: SN-1')
  const ticket = await desk.tickets.findByNumber(1)
  expect(ticket?.fields?.map(({ value }) => value)).toEqual([null, 'SN-1', 2.5, 'Black', '2026-11-02', null])
  expect(ticket?.history.at(-1)).toMatchObject({ action: 'edited', surface: 'discord', by: { name: 'Eva' } })
})

test('what is wrong is said, and can be answered again', async () => {
  const { desk, eva, press } = await filed()
  await press('Answer the questions')
  const refused = await eva.person.submitModal({ 'Serial number': 'SN-1', 'Bought on': 'last week' })
  expect(refused.text).toContain('Not saved.')
  expect(refused.text).toContain('Bought on: Enter a date')
  await press('Answer the questions')
  await eva.person.submitModal({ 'Serial number': 'SN-1' })
  expect((await desk.tickets.findByNumber(1))?.fields?.[1]?.value).toBe('SN-1')
})
