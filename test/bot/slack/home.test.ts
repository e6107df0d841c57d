import { describe, expect, test } from 'vitest'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { resolve } from '../../../core/tickets/actions/resolve.ts'
import { wait } from '../../../core/tickets/actions/wait.ts'
import { emptyDatabase } from './database.ts'
import { deskWithSlack, type Mode } from './desk-with-slack.ts'
import { adasTicket, personOnSlack, root } from './staff.ts'

const database = emptyDatabase()

async function peopled(mode: Mode) {
  const world = await deskWithSlack(database(), mode)
  const ada = await personOnSlack(world, { id: 'U21', name: 'Ada Ames', role: 'user' })
  const max = await personOnSlack(world, { id: 'U22', name: 'Max Moe', role: 'moderator' })
  const at = (who: typeof ada, words: string) =>
    world.slack.waitFor(() => who.hands.home().includes(words) && who.hands.home(), {
      what: `${words} at home`,
    })
  return { ...world, ada, max, at }
}

describe.each(['socket', 'http'] as const)('the home tab over %s', (mode) => {
  test('shows what waits on me first, then what is open, then the rest, and files a ticket', async () => {
    const world = await peopled(mode)
    const { slack, desk, ada, at } = world
    ada.hands.openHome()
    await at(ada, 'No tickets yet')
    const filed = []
    for (let nth = 0; nth < 3; nth++) filed.push(await adasTicket(world, ada.user))
    const [first, second] = filed
    for (const action of [claim, wait])
      await perform(desk, root, action, { id: first?._id ?? '', surface: 'web', input: {} })
    const input = { resolution: 'Put it out.' }
    await perform(desk, root, resolve, { id: second?._id ?? '', surface: 'web', input })
    ada.hands.openHome()
    await at(ada, 'Waiting for your answer')
    expect(ada.hands.home()).toMatch(
      /Waiting for your answer[\s\S]*#1 [\s\S]*Open[\s\S]*#3 [\s\S]*Resolved and closed[\s\S]*#2 /,
    )
    expect(ada.hands.home()).not.toContain('Claim')
    await ada.hands.clickHome({ actionId: 'ticket_file' })
    const form = await ada.hands.modal()
    expect((await form.submit({ title: 'From the home tab', description: 'Flames' })).errors).toEqual({})
    await slack.waitFor(() => slack.dmOf('U21').find(({ shown }) => shown.includes('From the home tab')), {
      what: 'the card',
    })
  })

  test('shows all of a list, page by page, and finds by words', async () => {
    const world = await peopled(mode)
    const { ada, at } = world
    for (let nth = 0; nth < 12; nth++) await adasTicket(world, ada.user)
    ada.hands.openHome()
    expect(await at(ada, '#12 ')).not.toContain('#7 ')
    await ada.hands.clickHome({ actionId: 'tickets_go:open' })
    expect(await at(ada, '#3 ')).not.toContain('#2 ')
    await ada.hands.clickHome({ actionId: 'tickets_go:next' })
    expect(await at(ada, '#2 ')).not.toContain('#3 ')
    await ada.hands.clickHome({ actionId: 'tickets_go:previous' })
    expect(await at(ada, '#12 ')).toContain('#3 ')
    await ada.hands.clickHome({ actionId: 'tickets_go:next' })
    await at(ada, '#2 ')
    await ada.hands.clickHome({ actionId: 'tickets_go:first' })
    await at(ada, '#12 ')
    await ada.hands.clickHome({ actionId: 'tickets_search' })
    await (await ada.hands.modal()).submit({ words: '#7' })
    expect(await at(ada, 'Search results for “#7”')).toMatch(/#7 Printer/)
    await ada.hands.clickHome({ actionId: 'tickets_search' })
    await (await ada.hands.modal()).submit({ words: 'nonsense <!channel>' })
    await at(ada, 'No matches')
    await ada.hands.clickHome({ actionId: 'tickets_go:overview' })
    await at(ada, 'Show all')
  })

  test('lets a moderator claim and resolve, and follows at once', async () => {
    const world = await peopled(mode)
    const { desk, ada, max, at } = world
    const ticket = await adasTicket(world, ada.user)
    max.hands.openHome()
    expect(await at(max, 'Queue')).toContain('#1 ')
    await max.hands.clickHome({ actionId: 'ticket_action:claim' })
    expect((await max.hands.modal()).shown()).toContain('You claimed #1')
    expect(await at(max, 'Assigned to me')).not.toContain('Queue')

    await max.hands.clickHome({ actionId: 'ticket_show' })
    const shown = await max.hands.modal()
    expect(shown.shown()).toMatch(/#1 Printer[\s\S]*Flames/)
    await shown.click('ticket_action:wait')
    expect((await max.hands.modal()).shown()).toContain('waits for its requester')
    await at(max, 'Waiting for the requester')

    await max.hands.clickHome({ actionId: 'ticket_action:resolve' })
    const form = await max.hands.modal()
    await form.submit({ text: 'Put it out.' })
    await at(max, 'No tickets yet')
    expect(await desk.tickets.find(ticket._id)).toMatchObject({ status: 'resolved' })
  })

  test('says who was faster', async () => {
    const world = await peopled(mode)
    const { desk, ada, max, at } = world
    const ticket = await adasTicket(world, ada.user)
    max.hands.openHome()
    await at(max, '#1 ')
    await perform(desk, root, claim, { id: ticket._id, surface: 'web', input: {} })
    await max.hands.clickHome({ actionId: 'ticket_action:claim' })
    expect((await max.hands.modal()).shown()).toContain('Root Roe has already claimed #1.')
    await max.hands.clickHome({ actionId: 'ticket_show' })
    expect((await max.hands.modal()).shown()).toContain('Root Roe has #1')
  })
})
