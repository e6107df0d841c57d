import { describe, expect, test } from 'vitest'
import { actionTowards } from '../../../../bot/discord/commands/ticket/action-table.ts'
import { claim } from '../../../../core/tickets/actions/claim.ts'
import { perform } from '../../../../core/tickets/actions/perform.ts'
import type { Status } from '../../../../core/tickets/ticket-values.ts'
import { followSchedules } from '../../../../core/users/duty/follow-schedules.ts'
import { catchUp } from '../../../support/catch-up.ts'
import { deskWithDiscord } from '../desk-with-discord.ts'

async function withPeople() {
  const with_ = await deskWithDiscord()
  const eva = await with_.somebody('Eva', 'user')
  const max = await with_.somebody('Max', 'moderator')
  const mia = await with_.somebody('Mia', 'moderator')
  const ada = await with_.somebody('Ada', 'admin')
  const filed = await with_.fileTicket(eva.user)
  const now = async () => {
    const ticket = await with_.desk.tickets.find(filed.ticket._id)
    if (!ticket) throw new Error('The ticket is gone')
    return ticket
  }
  return { ...with_, eva, max, mia, ada, ...filed, now }
}

describe('/ticket in a ticket’s thread, without a number', () => {
  test('takes it through its life, with answers that only the moderator sees', async () => {
    const { max, thread, now } = await withPeople()
    const run = (path: string, options = {}) =>
      max.person.command(`ticket ${path}`, options, { channel: thread })
    const claimed = await run('claim')
    expect(claimed).toMatchObject({ kind: 'ephemeral', text: 'You claimed #1.' })
    expect((await run('priority', { level: 'urgent' })).text).toBe('The priority of #1 is urgent.')
    expect((await run('category', { name: 'Hardware' })).text).toBe('The category of #1 is Hardware.')
    expect((await run('tag', { name: 'floor 3' })).text).toBe('Tags of #1: floor 3.')
    expect((await run('tag', { name: 'blue' })).text).toBe('Tags of #1: floor 3, blue.')
    expect((await run('tag', { name: 'floor 3', remove: true })).text).toBe('Tags of #1: blue.')
    expect((await run('status', { to: 'waiting' })).text).toContain('waits for its requester')
    expect((await run('status', { to: 'in_progress' })).text).toBe('#1 is open again.')
    expect(await now()).toMatchObject({ status: 'in_progress', priority: 'urgent', tags: ['blue'] })
    expect((await run('resolve', { how: 'Put it out.' })).text).toBe('#1 is resolved. Eva is notified.')
    expect((await run('reopen')).text).toBe('#1 is open again.')
    expect((await run('release')).text).toBe('You gave #1 back: anyone may claim it.')
    await run('resolve', { how: 'Put it out again.' })
    expect((await run('close')).text).toBe('#1 is closed.')
    expect((await run('priority', { level: 'low' })).text).toBe('#1 is closed.')
    expect(
      (await now()).history.every(({ surface, by }) => by?.name !== 'Max' || surface === 'discord'),
    ).toBe(true)
  })

  test('is refused to people without the role or the ticket, who are told who has it', async () => {
    const { eva, max, mia, thread, ticket, desk, now } = await withPeople()
    const asked = await eva.person.command('ticket claim', {}, { channel: thread })
    expect(asked.text).toContain('Only moderators and admins can do this')
    await perform(desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
    const late = await mia.person.command('ticket claim', {}, { channel: thread })
    expect(late.text).toBe('Max already claimed #1.'.replace('already', 'has already'))
    const taken = await mia.person.command('ticket priority', { level: 'low' }, { channel: thread })
    expect(taken.text).toBe('Max has #1. Only they or an admin can do this.')
    expect((await now()).priority).toBeNull()
  })

  test('stores a note, and shows it to the team in the thread', async () => {
    const { discord, max, eva, thread, ticket, desk } = await withPeople()
    const noted = await max.person.command('ticket note', { text: 'Ask **facilities**' }, { channel: thread })
    expect(noted).toMatchObject({
      kind: 'ephemeral',
      text: 'Your note is on #1. Its requester does not see it.',
    })
    await discord.waitFor(() => discord.transcript(thread).includes('Ask **facilities**'), {
      what: 'the note',
    })
    const [note] = await desk.comments.list({ ticket: ticket._id, visibilities: ['internal'], limit: 5 })
    expect(note).toMatchObject({
      body: 'Ask **facilities**',
      visibility: 'internal',
      author: { name: 'Max' },
    })
    const refused = await eva.person.command('ticket note', { text: 'Me too' }, { channel: thread })
    expect(refused.kind).toBe('ephemeral')
    expect(refused.text).toContain('Not stored. Only moderators and admins')
  })
})

describe('/ticket with a number', () => {
  test('assigns to a person that the desk suggests, and marks duplicates', async () => {
    const { discord, desk, eva, ada, fileTicket, now } = await withPeople()
    const other = await fileTicket(eva.user, 'Printer smokes')
    const where = { channel: discord.channelId }
    const people = await ada.person.autocomplete(
      'ticket assign',
      { ticket: '1', person: 'mi' },
      'person',
      where,
    )
    expect(people.map(({ name }) => name)).toEqual(['Mia (off duty)'])
    const person = String(people[0]?.value)
    const assigned = await ada.person.command('ticket assign', { ticket: '#1', person }, where)
    expect(assigned.text).toBe('#1 is assigned to Mia.')
    expect((await now()).assignee?.name).toBe('Mia')
    const marked = await ada.person.command('ticket duplicate', { of: '1', ticket: '2' }, where)
    expect(marked.text).toBe('#2 is a duplicate of #1.')
    expect((await desk.tickets.find(other.ticket._id))?.duplicateOf?.number).toBe(1)
    const wrong = await ada.person.command('ticket duplicate', { of: 'printer', ticket: '1' }, where)
    expect(wrong.text).toBe('Choose a ticket from the list, or type its number.')
  })

  test('outside its thread tells nothing about a ticket that the person may not see', async () => {
    const { discord, desk, max, mia, eva, ticket } = await withPeople()
    const zoe = await desk.users.insert(
      { _id: '65f0c0ffee65f0c0ffee0009', email: 'zoe@example.com', name: 'Zoe' },
      desk.now(),
    )
    expect(zoe.user.role).toBe('user')
    await perform(desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
    const where = { channel: discord.channelId }
    for (const [path, options] of [
      ['show', {}],
      ['priority', { level: 'low' }],
      ['note', { text: 'x' }],
      ['release', {}],
      ['resolve', { how: 'Done.' }],
    ] as const)
      for (const number of ['1', '77']) {
        const answer = await mia.person.command(`ticket ${path}`, { ...options, ticket: number }, where)
        expect(answer.text.replace('Not stored. ', '')).toBe('There is no such ticket.')
      }
    const missing = await max.person.command('ticket claim', {}, where)
    expect(missing.text).toBe('Choose a ticket, or use this in the thread of one.')
    const shown = await eva.person.command('ticket show', { ticket: '1' }, where)
    expect(shown.text).toContain('#1 Printer on fire')
    expect(shown.buttons).toContain('Mark as solved')
  })

  test('shows the whole card to staff, and the requester’s to its requester', async () => {
    const { discord, desk, max, eva, ticket } = await withPeople()
    await desk.tickets.apply(
      (await desk.tickets.find(ticket._id)) ?? ticket,
      { set: { notes: 'Ask for the model' }, history: [], effects: [] },
      desk.now(),
    )
    const where = { channel: discord.channelId }
    const card = await max.person.command('ticket show', { ticket: '1' }, where)
    expect(card).toMatchObject({ kind: 'ephemeral' })
    expect(card.text).toContain('Ask for the model')
    expect(card.buttons).toContain('Claim')
    const own = await eva.person.command('ticket show', { ticket: '1' }, where)
    expect(own.text).not.toContain('Ask for the model')
    expect(own.buttons).not.toContain('Claim')
    const solved = await eva.person.clickButton({
      channel: discord.channelId,
      messageId: own.messageId ?? '',
      label: 'Mark as solved',
    })
    expect(solved.text).toBe('Marked as solved.')
    expect((await desk.tickets.find(ticket._id))?.status).toBe('resolved')
  })

  test('are suggested by number and words, only to people who may see it', async () => {
    const { discord, database, desk, max, mia, eva, ticket, fileTicket } = await withPeople()
    await fileTicket(eva.user, 'Coffee machine leaks')
    await perform(desk, max.user, claim, { id: ticket._id, surface: 'web', input: {} })
    const where = { channel: discord.channelId }
    const offered = async (who: typeof max, typed: string) =>
      (await who.person.autocomplete('ticket show', { ticket: typed }, 'ticket', where)).map(
        ({ name }) => name,
      )
    expect(await offered(max, '')).toEqual(['#2 Coffee machine leaks', '#1 Printer on fire'])
    expect(await offered(mia, '')).toEqual(['#2 Coffee machine leaks'])
    await catchUp(database, desk, desk.now)
    expect(await offered(max, 'print')).toEqual(['#1 Printer on fire'])
    expect(await offered(mia, 'print')).toEqual([])
    expect(await offered(max, '1')).toEqual(['#1 Printer on fire'])
    const stranger = discord.addPerson({ id: '300000000000000001', username: 'zoe', globalName: 'Zoe' })
    expect(await stranger.autocomplete('ticket show', { ticket: '' }, 'ticket', where)).toEqual([])
  })
})

describe('lists', () => {
  test('are paged by buttons, in place, and say who may see what', async () => {
    const { discord, eva, max, fileTicket } = await withPeople()
    for (let number = 2; number <= 10; number++) await fileTicket(eva.user, `Printer number ${number}`)
    const where = { channel: discord.channelId }
    const queue = await max.person.command('ticket queue', {}, where)
    expect(queue).toMatchObject({ kind: 'ephemeral', buttons: ['Next page'] })
    expect(queue.text).toContain('Printer on fire')
    expect(queue.text).not.toContain('number 10')
    expect(queue.text).toMatch(/ · \[Thread\]\(https:\/\/discord\.com\/channels\/\d+\/\d+\)/)
    const messageId = queue.messageId ?? ''
    const second = await max.person.clickButton({ channel: discord.channelId, messageId, label: 'Next page' })
    expect(second).toMatchObject({ kind: 'update', buttons: ['First page', 'Previous page'] })
    expect(second.text).toContain('number 10')
    const back = { channel: discord.channelId, messageId, label: 'Previous page' }
    const previous = await max.person.clickButton(back)
    expect(previous).toMatchObject({ kind: 'update', buttons: ['Next page'], text: queue.text })
    await max.person.clickButton({ ...back, label: 'Next page' })
    const again = await max.person.clickButton({ channel: discord.channelId, messageId, label: 'First page' })
    expect(again.text).toContain('Printer on fire')

    const mine = await max.person.command('ticket mine', {}, where)
    expect(mine.text).toContain('You have no open tickets.')
    const filed = await eva.person.command('ticket mine', {}, where)
    expect(filed.text).toContain('number 10')
    const closed = await max.person.command('ticket list', { status: 'closed' }, where)
    expect(closed.text).toContain('No matches')
  }, 30_000)
})

describe('a status', () => {
  test.each<[string, Status, string]>([
    ['waiting', 'in_progress', 'wait'],
    ['closed', 'resolved', 'close'],
    ['open', 'in_progress', 'release'],
    ['open', 'waiting', 'release'],
    ['open', 'resolved', 'reopen'],
    ['in_progress', 'open', 'claim'],
    ['in_progress', 'in_progress', 'claim'],
    ['in_progress', 'waiting', 'reopen'],
    ['in_progress', 'resolved', 'reopen'],
  ])('%s from %s is reached by: %s', (to, status, action) => {
    expect(actionTowards(to, { status })).toBe(action)
  })
})

describe('/duty until', () => {
  test('puts on duty, and off duty when the time has come', async () => {
    const { discord, desk, max } = await withPeople()
    const where = { channel: discord.channelId }
    const answer = await max.person.command('duty until', { time: '2h' }, where)
    expect(answer.text).toContain('You are on duty until <t:')
    expect(await followSchedules(desk)).toBe(0)
    const later = { ...desk, now: () => new Date(desk.now().getTime() + 2 * 3_600_000 + 1_000) }
    expect(await followSchedules(later)).toBe(1)
    expect(await desk.users.find(max.user._id)).toMatchObject({ onDuty: false })
    expect(await followSchedules(later)).toBe(0)
    const wrong = await max.person.command('duty until', { time: 'later' }, where)
    expect(wrong.text).toContain('or a length of up to 24 hours such as 2h or 90m')
  })

  test('is forgotten by going on duty without an end', async () => {
    const { discord, desk, max } = await withPeople()
    const where = { channel: discord.channelId }
    await max.person.command('duty until', { time: '1h' }, where)
    await max.person.command('duty on', {}, where)
    const later = { ...desk, now: () => new Date(desk.now().getTime() + 86_400_000) }
    expect(await followSchedules(later)).toBe(0)
    expect(await desk.users.find(max.user._id)).toMatchObject({ onDuty: true })
  })
})

describe('the selects on the card', () => {
  test('show what is true again after a choice was refused', async () => {
    const { discord, eva, thread, settled } = await withPeople()
    await settled()
    const card = discord.messages(thread).find(({ components }) => components?.length)
    const edits = () =>
      discord.calls.filter(({ method, path }) => method === 'PATCH' && path.endsWith(`/messages/${card?.id}`))
    const before = edits().length
    await eva.person.select({ channel: thread, customIdMatching: /^set-priority:/, values: ['low'] })
    await discord.waitFor(() => edits().length === before + 1, { what: 'the card to be drawn again' })
    expect(edits().at(-1)).toMatchObject({ status: 200 })
    expect(discord.messages(thread).find(({ id }) => id === card?.id)?.components).toEqual(card?.components)
  })

  test('change priority and assignee, for those who may', async () => {
    const { discord, max, mia, eva, ada, thread, now } = await withPeople()
    const choose = (who: typeof max, customIdMatching: RegExp, value: string) =>
      who.person.select({ channel: thread, customIdMatching, values: [value] })
    const urgent = await choose(max, /^set-priority:/, 'urgent')
    expect(urgent).toMatchObject({ kind: 'ephemeral', text: 'The priority of #1 is urgent.' })
    expect((await choose(eva, /^set-priority:/, 'low')).text).toContain('Only moderators and admins')
    expect((await choose(ada, /^set-assignee:/, mia.person.id)).text).toBe('#1 is assigned to Mia.')
    expect((await choose(ada, /^set-assignee:/, eva.person.id)).text).toBe(
      'This person is no active moderator.',
    )
    const stranger = discord.addPerson({ id: '300000000000000001', username: 'zoe', globalName: 'Zoe' })
    expect((await choose(ada, /^set-assignee:/, stranger.id)).text).toContain('has not linked')
    expect(await now()).toMatchObject({ priority: 'urgent', assignee: { name: 'Mia' } })
    await discord.waitFor(() => discord.transcript(thread).includes('assigned to Mia'), { what: 'the card' })
  })
})
