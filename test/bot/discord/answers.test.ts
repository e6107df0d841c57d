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

/** A desk whose category Hardware asks for these fields, and Eva. */
async function asking(asked = fields) {
  const all = await deskWithDiscord()
  const { desk, somebody } = all
  const eva = await somebody('Eva', 'user')
  const changeFields = async (wanted: CategoryField[]) => {
    const { id = '', form } =
      (await desk.catalog.load()).categories.find(({ name }) => name === 'Hardware') ?? {}
    await changeCategoryForm(desk, admin, id, { version: form?.version ?? 0, fields: wanted }, origin)
  }
  await changeFields(asked)
  onTestFinished(() => changeFields([]))
  return { ...all, eva }
}

/** Eva has filed a ticket in that category. */
async function filed() {
  const { eva, ...all } = await asking()
  const { desk, discord } = all
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
  expect(answer.text).toContain('“Hardware” has more questions: “Serial number”, “What it printed”, “Floor”')
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

test('what is right in a form is stored, whatever is wrong beside it, and nothing typed is lost', async () => {
  const { desk, eva, press } = await filed()
  await press('Answer the questions')
  const refused = await eva.person.submitModal({
    ...{ 'Serial number': 'SN-1', 'What it printed': 'one\n  two', Floor: 'third', 'Bought on': 'last week' },
  })
  expect(refused.text).toContain('Floor: Enter a number. Bought on: Enter a date')
  expect(refused.text).toContain('The other answers of the form are saved.')
  expect(refused.text).toContain('You typed for Floor: third')
  expect(refused.text).toContain('You typed for Bought on: last week')
  const values = async () => (await desk.tickets.findByNumber(1))?.fields?.map(({ value }) => value)
  expect(await values()).toEqual(['one\n  two', 'SN-1', null, null, null, null])
  const { modal } = await press('Try again')
  expect(modal?.fields.map(({ label }) => label)).toEqual(['Floor', 'Bought on'])
  await eva.person.submitModal({ Floor: '3' })
  expect(await values()).toEqual(['one\n  two', 'SN-1', 3, null, null, null])
})

test('/ticket new with a category asks what the category asks, as far as the form has room', async () => {
  const { desk, discord, eva } = await asking()
  const there = { channel: discord.channelId }
  const offered = await eva.person.autocomplete('ticket new', { category: 'hard' }, 'category', there)
  expect(offered).toEqual([{ name: 'Hardware', value: 'Hardware' }])
  const { modal } = await eva.person.command('ticket new', { category: 'Hardware' }, there)
  expect(modal?.title).toBe('File a ticket: Hardware')
  expect(modal?.fields.map(({ label, required }) => [label, required])).toEqual([
    ...['Title', 'What happened?', 'Serial number', 'How urgent is it?'].map((label) => [label, true]),
    ['What it printed', false],
  ])
  const answer = await eva.person.submitModal({
    ...{ Title: 'Printer on fire', 'What happened?': 'It smokes.' },
    ...{ 'Serial number': 'SN-1', 'What it printed': 'one\ntwo', 'How urgent is it?': 'high' },
  })
  expect(answer.text).toContain('Filed as #1.')
  expect(answer.text).toContain(
    '“Hardware” has more questions: “Floor”, “Colour”, “Bought on”, “A spare one is there”.',
  )
  const ticket = await desk.tickets.findByNumber(1)
  expect(ticket).toMatchObject({ category: 'Hardware', urgency: 'high' })
  expect(ticket?.fields?.map(({ value }) => value)).toEqual(['one\ntwo', 'SN-1', null, null, null, null])
})

test('a wrong answer is reported and asked for again, and the ticket is filed all the same', async () => {
  const { desk, discord, eva } = await asking([fields[2] as CategoryField, fields[4] as CategoryField])
  await eva.person.command('ticket new', { category: 'hardware' }, { channel: discord.channelId })
  const answer = await eva.person.submitModal({
    ...{ Title: 'Printer on fire', 'What happened?': 'It smokes.' },
    ...{ Floor: '4', 'Bought on': 'last week' },
  })
  expect(answer.text).toMatch(/Filed as #1\.[\s\S]*Not saved: Bought on: Enter a date/)
  expect((await desk.tickets.findByNumber(1))?.fields?.map(({ value }) => value)).toEqual([4, null])
})

test('/ticket new with a category that the desk does not have opens no form', async () => {
  const { discord, eva } = await asking()
  const answer = await eva.person.command(
    'ticket new',
    { category: 'Weather' },
    { channel: discord.channelId },
  )
  expect(answer).toMatchObject({ kind: 'ephemeral', text: '“Weather” is not in the desk’s list.' })
})

const three = [1, 2, 3].map((nth) => fields[nth] as CategoryField)

/** Eva has answered all of three questions. */
async function answered() {
  const all = await asking(three)
  const { desk, discord, eva } = all
  await eva.person.command('ticket new', { category: 'Hardware' }, { channel: discord.channelId })
  await eva.person.submitModal({
    ...{ Title: 'Printer on fire', 'What happened?': 'It smokes.' },
    ...{ 'Serial number': 'SN-1', Floor: '3' },
  })
  const surfaces = async () => (await desk.tickets.findByNumber(1))?.surfaces
  const own = await discord.waitFor(
    async () => {
      const { channel, card } = (await surfaces())?.discordRequester ?? {}
      const isShown = channel && card && discord.transcript(channel).includes('Edit answers')
      return isShown ? { channel } : undefined
    },
    { what: 'the card' },
  )
  const thread = await discord.waitFor(async () => (await surfaces())?.discord?.thread, {
    what: 'the thread',
  })
  const values = async () => (await desk.tickets.findByNumber(1))?.fields?.map(({ value }) => value)
  return { ...all, own, thread, values }
}

test('answers can be changed afterwards, by the requester and by who handles the ticket', async () => {
  const { desk, discord, somebody, eva, own, thread, values } = await answered()
  const shown = (channel: string, what: string) =>
    discord.waitFor(() => discord.transcript(channel).includes(what), { what })
  const { modal } = await eva.person.clickButton({ ...own, label: 'Edit answers' })
  expect(modal?.fields.map(({ label, value }) => [label, value])).toEqual([
    ['Serial number', 'SN-1'],
    ['Floor', '3'],
    ['Colour', undefined],
  ])
  const saved = await eva.person.submitModal({ 'Serial number': 'SN-2', Colour: 'Black' })
  expect(saved.text).toBe('Saved.')
  expect(await values()).toEqual(['SN-2', 3, 'Black'])
  await shown(own.channel, 'Serial number: SN-2')
  await shown(thread, 'Serial number: SN-2')
  expect((await desk.tickets.findByNumber(1))?.history.at(-1)?.changes).toEqual([
    { field: 'fields.serial', label: 'Serial number', from: 'SN-1', to: 'SN-2' },
    { field: 'fields.colour', label: 'Colour', from: '', to: 'Black' },
  ])

  const max = await somebody('Max', 'moderator')
  const edit = { channel: thread, label: 'Edit answers' }
  expect((await max.person.clickButton(edit)).text).toContain('You may not edit this ticket.')
  await max.person.clickButton({ channel: thread, label: 'Claim' })
  const again = await max.person.clickButton(edit)
  expect(again.modal?.fields[2]?.defaults).toEqual(['Black'])
  await max.person.submitModal({ Floor: '' })
  expect(await values()).toEqual(['SN-2', null, 'Black'])
})

test('a form does not undo what somebody else has changed meanwhile', async () => {
  const { desk, somebody, eva, own, thread, values } = await answered()
  const max = await somebody('Max', 'moderator')
  await max.person.clickButton({ channel: thread, label: 'Claim' })
  await eva.person.clickButton({ ...own, label: 'Edit answers' })
  await max.person.clickButton({ channel: thread, label: 'Edit answers' })
  await max.person.submitModal({ 'Serial number': 'SN-9' })
  expect((await eva.person.submitModal({ Floor: '4' })).text).toContain('Saved.')
  expect(await values()).toEqual(['SN-9', 4, null])
  await eva.person.clickButton({ ...own, label: 'Edit answers' })
  await max.person.clickButton({ channel: thread, label: 'Edit answers' })
  await max.person.submitModal({ Floor: '5' })
  const refused = await eva.person.submitModal({ Floor: '6' })
  expect(refused.text).toContain('Somebody else has changed these answers meanwhile: Floor.')
  expect(refused.text).toContain('You typed for Floor: 6')
  expect(await values()).toEqual(['SN-9', 5, null])
  expect(
    (await desk.tickets.findByNumber(1))?.history.filter(({ action }) => action === 'edited').length,
  ).toBe(3)
})

test('where a form has no room for all answers, a menu asks which', async () => {
  const { desk, discord, eva, press } = await filed()
  await press('Answer the questions')
  await eva.person.submitModal({ 'Serial number': 'SN-1', Colour: 'Grey' })
  const own = await discord.waitFor(
    async () => (await desk.tickets.findByNumber(1))?.surfaces.discordRequester?.channel,
    { what: 'the thread' },
  )
  await discord.waitFor(() => discord.transcript(own).includes('Edit answers'), { what: 'the button' })
  const asked = await eva.person.clickButton({ channel: own, label: 'Edit answers' })
  expect(asked.text).toContain('Which answers for #1 do you want to change?')
  const which = { channel: own, customIdMatching: /^answers:/, values: ['serial', 'colour'] }
  const { modal } = await eva.person.select(which)
  expect(modal?.fields.map(({ label }) => label)).toEqual(['Serial number', 'Colour'])
  await eva.person.submitModal({ Colour: 'Black' })
  expect((await desk.tickets.findByNumber(1))?.fields?.[3]?.value).toBe('Black')
})
