import { describe, expect, onTestFinished, test } from 'vitest'
import { changeCategoryForm } from '../../../core/catalog/edit-catalog.ts'
import type { CategoryField } from '../../../core/catalog/form/category-field.ts'
import type { Desk } from '../../../core/desk.ts'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { emptyDatabase } from './database.ts'
import { cardOf, deskWithSlack, type Mode } from './desk-with-slack.ts'
import { assignedTo, personOnSlack } from './staff.ts'

const database = emptyDatabase()
const admin = { _id: 'm'.repeat(24), name: 'Ines', role: 'admin' }
const origin = { surface: 'web', address: null, agent: null } as const

const serial: CategoryField = { key: 'serial', label: 'Serial number', kind: 'text', required: true }
const each: CategoryField[] = [
  { ...serial, help: 'On the back.' },
  { key: 'story', label: 'What it printed', kind: 'long-text', required: false },
  { key: 'floor', label: 'Floor', kind: 'number', required: false },
  { key: 'colour', label: 'Colour', kind: 'select', required: false, options: ['Grey', 'Black'] },
  { key: 'bought', label: 'Bought on', kind: 'date', required: false },
  { key: 'spare', label: 'A spare one is there', kind: 'checkbox', required: false },
]
const always = ['Title', 'What happened?', 'Category', 'How urgent is it?', 'Files']
const labelsWith = (...labels: string[]) => always.toSpliced(3, 0, ...labels)

async function changeFields(desk: Desk, name: string, fields: CategoryField[]) {
  const { id = '', form } = (await desk.catalog.load()).categories.find((one) => one.name === name) ?? {}
  await changeCategoryForm(desk, admin, id, { version: form?.version ?? 0, fields }, origin)
}

/** Ada's form, on a desk whose category Hardware asks for these fields. */
async function openForm(mode: Mode, fields: CategoryField[]) {
  const all = await deskWithSlack(database(), mode)
  await changeFields(all.desk, 'Hardware', fields)
  onTestFinished(() => changeFields(all.desk, 'Hardware', []))
  const ada = all.slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  const modal = await ada.modal()
  const choose = async (category: string, labels: string[]) => {
    await modal.choose('ticket_category', category)
    await all.slack.waitFor(() => String(modal.labels()) === String(labels), { what: 'the fields' })
  }
  return { ...all, ada, modal, choose }
}

describe.each(['socket', 'http'] as const)('the form over %s', (mode) => {
  test('asks what the chosen category asks, and keeps what was typed', async () => {
    const { slack, desk, modal, choose } = await openForm(mode, each)
    modal.fill({ 'What happened?': 'Flames', 'How urgent is it?': 'high' })
    await choose('Hardware', labelsWith(...each.map(({ label }) => label)))
    expect(modal.value('Title')).toMatchObject({ value: 'Printer on fire' })
    expect((await modal.submit()).errors).toEqual({
      'Serial number': 'Please complete this required field.',
    })
    modal.fill({ 'Serial number': 'SN-1', 'What it printed': 'one\ntwo', Floor: '2.5' })
    modal.fill({ Colour: 'Black', 'Bought on': '2026-11-02', 'A spare one is there': ['Yes'] })
    const sent = await modal.submit()
    expect(sent).toMatchObject({ errors: {}, userSees: undefined })
    const ticket = await desk.tickets.findByNumber(1)
    expect(ticket).toMatchObject({ description: 'Flames', urgency: 'high', category: 'Hardware' })
    expect(ticket?.fields?.map(({ value }) => value)).toEqual([
      ...['SN-1', 'one\ntwo', 2.5, 'Black', '2026-11-02', true],
    ])
    const { shown } = await cardOf(slack)
    expect(shown).toContain('Serial number: SN-1')
    expect(shown).toContain('A spare one is there: Yes')
  })

  test('keeps what was typed for a category while another one is chosen', async () => {
    const { slack, desk, modal, choose } = await openForm(mode, each)
    const all = labelsWith(...each.map(({ label }) => label))
    await choose('Hardware', all)
    modal.fill({ 'Serial number': 'SN-1', Floor: '2.5', Colour: 'Black', 'Bought on': '2026-11-02' })
    modal.fill({ 'A spare one is there': ['Yes'], 'What it printed': 'x'.repeat(3_000) })
    await choose('Let triage decide', always)
    await choose('Hardware', all)
    expect(modal.value('Serial number')).toMatchObject({ value: 'SN-1' })
    // Slack lets a form keep 3,000 characters, and this answer alone has as many.
    expect(modal.value('What it printed')).toMatchObject({ value: null })
    modal.fill({ 'Serial number': 'SN-2', Colour: null })
    await choose('Let triage decide', always)
    await choose('Hardware', all)
    expect((await modal.submit({ 'What happened?': 'Flames' })).errors).toEqual({})
    const ticket = await desk.tickets.findByNumber(1)
    expect(ticket?.fields?.map(({ value }) => value)).toEqual(['SN-2', null, 2.5, null, '2026-11-02', true])
    expect((await cardOf(slack)).shown).toContain('Serial number: SN-2')
  })

  test('lets answers be changed afterwards, by the requester and by who handles the ticket', async () => {
    const world = await openForm(mode, each)
    const { slack, desk, ada, modal, choose } = world
    await choose('Hardware', labelsWith(...each.map(({ label }) => label)))
    modal.fill({ 'What happened?': 'Flames', 'Serial number': 'SN-1', Floor: '3', Colour: 'Grey' })
    await modal.submit({ 'Bought on': '2026-11-02' })
    const card = () => slack.dmOf('U1').find(({ buttons }) => buttons.length > 0)
    await cardOf(slack)
    await ada.clickButton({ label: 'Edit answers', ts: card()?.ts ?? '' })
    const form = await ada.modal()
    expect(form.title()).toBe('Answers for #1')
    expect(form.value('Serial number')).toMatchObject({ value: 'SN-1' })
    expect(form.value('Colour')).toMatchObject({ selected_option: { value: 'Grey' } })
    expect((await form.submit({ 'Serial number': ' ', Floor: '1e999' })).errors).toEqual({
      'Serial number': 'Fill in this field.',
      Floor: 'Enter a number.',
    })
    expect((await form.submit({ 'Serial number': 'SN-2', Floor: null })).errors).toEqual({})
    expect(form.shown()).toContain('The answers for #1 are saved.')
    await slack.waitFor(() => card()?.shown.includes('Serial number: SN-2'), { what: 'the card' })
    const ticket = await desk.tickets.findByNumber(1)
    expect(ticket?.fields?.map(({ value }) => value)).toEqual([
      ...['SN-2', null, null, 'Grey', '2026-11-02', false],
    ])
    expect(ticket?.history.at(-1)).toMatchObject({ action: 'edited', surface: 'slack' })
    expect(ticket?.history.at(-1)?.changes?.map(({ from, to }) => [from, to])).toEqual([
      ['SN-1', 'SN-2'],
      ['3', ''],
    ])

    const max = await personOnSlack(world, { id: 'U22', name: 'Max Moe', role: 'moderator' })
    await assignedTo(world, { _id: ticket?._id ?? '' }, max.user, 'U22')
    const theirs = () => slack.dmOf('U22').find(({ shown }) => shown.includes('Assigned to you'))
    await perform(desk, max.user, claim, { id: ticket?._id ?? '', surface: 'web', input: {} })
    await max.hands.clickButton({ label: 'Edit answers', ts: theirs()?.ts ?? '' })
    const again = await max.hands.modal()
    await ada.clickButton({ label: 'Edit answers', ts: card()?.ts ?? '' })
    await (await ada.modal()).submit({ 'Serial number': 'SN-3' })
    expect((await again.submit({ 'Serial number': 'SN-4' })).errors).toEqual({
      'Serial number': 'Somebody else has changed this answer meanwhile. Open the form again to see theirs.',
    })
    expect((await again.submit({ 'Serial number': 'SN-2', Colour: 'Black' })).errors).toEqual({})
    await slack.waitFor(() => card()?.shown.includes('Colour: Black'), { what: 'the card' })
    expect(card()?.shown).toContain('Serial number: SN-3')
  })
})

test('another category asks something else, and “Let triage decide” nothing', async () => {
  const { desk, modal, choose } = await openForm('socket', [serial])
  await changeFields(desk, 'Network', [{ ...serial, label: 'Socket in the wall' }])
  onTestFinished(() => changeFields(desk, 'Network', []))
  await choose('Hardware', labelsWith('Serial number'))
  modal.fill({ 'Serial number': 'SN-1' })
  await choose('Network', labelsWith('Socket in the wall'))
  expect(modal.value('Socket in the wall')).toMatchObject({ value: null })
  await choose('Let triage decide', always)
  expect((await modal.submit({ 'What happened?': 'Flames' })).errors).toEqual({})
  expect(await desk.tickets.findByNumber(1)).not.toHaveProperty('fields')
})

test('what the desk refuses stands at the field', async () => {
  const { modal, choose } = await openForm('socket', [serial, each[2] as CategoryField])
  await choose('Hardware', labelsWith('Serial number', 'Floor'))
  const sent = await modal.submit({ 'What happened?': 'Flames', 'Serial number': ' ', Floor: '1e999' })
  expect(sent.sent).toBe(true)
  expect(sent.errors).toEqual({ 'Serial number': 'Fill in this field.', Floor: 'Enter a number.' })
})

test('a form whose category asks something else by now shows it, and keeps what was typed', async () => {
  const { desk, modal, choose } = await openForm('socket', [serial])
  await choose('Hardware', labelsWith('Serial number'))
  await changeFields(desk, 'Hardware', [serial, { ...serial, key: 'room', label: 'Room' }])
  const answers = { 'What happened?': 'Flames', 'Serial number': 'SN-1' }
  expect(await modal.submit(answers)).toMatchObject({ errors: {}, userSees: undefined })
  expect(modal.labels()).toEqual(labelsWith('Serial number', 'Room'))
  expect(modal.shown()).toContain('What “Hardware” asks has changed meanwhile.')
  await modal.submit({ Room: '3.14' })
  expect((await desk.tickets.findByNumber(1))?.fields?.map(({ value }) => value)).toEqual(['SN-1', '3.14'])
})
