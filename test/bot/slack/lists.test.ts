import { describe, expect, test } from 'vitest'
import { claim } from '../../../core/tickets/actions/claim.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { controlsOf, showBlocks } from '../../../local/slack/show-blocks.ts'
import { emptyDatabase } from './database.ts'
import { deskWithSlack, type Mode } from './desk-with-slack.ts'
import { adasTicket, personOnSlack } from './staff.ts'

const database = emptyDatabase()

async function peopled(mode: Mode) {
  const world = await deskWithSlack(database(), mode)
  const ada = await personOnSlack(world, { id: 'U21', name: 'Ada Ames', role: 'user' })
  const max = await personOnSlack(world, { id: 'U22', name: 'Max Moe', role: 'moderator' })
  world.slack.addChannel({ id: 'C9', name: 'random', members: ['U21', 'U22'], withBot: false })
  const seen = (who: typeof ada) => who.hands.ephemeralMessages().at(-1)
  const shown = (who: typeof ada) =>
    showBlocks({ people: new Map(), channels: new Map() } as never, seen(who)?.blocks ?? [])
  const shows = (who: typeof ada, words: string) =>
    world.slack.waitFor(() => shown(who).includes(words) && shown(who), { what: words })
  const buttons = (who: typeof ada) => controlsOf(seen(who)?.blocks).map(({ element }) => element.text?.text)
  const press = (who: typeof ada, label: string) =>
    who.hands.clickButton({ channel: 'C9', ts: seen(who)?.ts ?? '', label })
  return { ...world, ada, max, seen, shown, shows, buttons, press }
}

describe.each(['socket', 'http'] as const)('lists over %s', (mode) => {
  test('/tickets lists mine, page by page, also in a channel that the app is not in', async () => {
    const world = await peopled(mode)
    const { slack, ada, max, seen, shows, shown, buttons, press } = world
    for (let nth = 0; nth < 18; nth++) await adasTicket(world, ada.user)
    await adasTicket(world, max.user)
    expect((await ada.hands.command('/tickets', '', { channel: 'C9' })).acked).toBe(true)
    expect(await shows(ada, '#18 Printer 18 on fire')).toContain('#11 ')
    expect(shown(ada)).not.toMatch(/#10 |#19 /)
    expect(buttons(ada).slice(-1)).toEqual(['Next page'])
    const { ts } = seen(ada) ?? {}
    await press(ada, 'Next page')
    expect(await shows(ada, '#10 ')).toContain('#3 ')
    await press(ada, 'Next page')
    await shows(ada, '#2 ')
    expect(buttons(ada)).toEqual(['Show', 'Show', 'First page', 'Previous page'])
    await press(ada, 'Previous page')
    expect(await shows(ada, '#10 ')).toContain('#3 ')
    expect(shown(ada)).not.toMatch(/#11 |#2 /)
    expect(buttons(ada).slice(-3)).toEqual(['First page', 'Previous page', 'Next page'])
    await press(ada, 'Next page')
    await shows(ada, '#2 ')
    await press(ada, 'Previous page')
    await shows(ada, '#10 ')
    await press(ada, 'Previous page')
    expect(await shows(ada, '#18 ')).toContain('#11 ')
    expect(buttons(ada).slice(-1)).toEqual(['Next page'])
    await press(ada, 'Next page')
    await shows(ada, '#10 ')
    await press(ada, 'First page')
    await shows(ada, '#18 ')
    // Each page took the place of the one before it.
    expect(ada.hands.ephemeralMessages().map((one) => one.ts)).toEqual([ts])
    expect(slack.messagesIn('C9')).toEqual([])
  })

  test('/tickets of a moderator goes on to the queue and to theirs', async () => {
    const world = await peopled(mode)
    const { desk, ada, max, shows, buttons, press } = world
    const mine = await adasTicket(world, ada.user)
    await adasTicket(world, ada.user)
    await perform(desk, max.user, claim, { id: mine._id, surface: 'web', input: {} })
    await max.hands.command('/tickets', '', { channel: 'C9' })
    await shows(max, 'No tickets yet')
    expect(buttons(max)).toEqual(['Queue', 'Assigned to me'])
    await press(max, 'Queue')
    expect(await shows(max, '#2 Printer 2 on fire')).not.toContain('#1 ')
    await press(max, 'Assigned to me')
    expect(await shows(max, '#1 Printer 1 on fire')).not.toContain('#2 ')
  })

  test('/ticket 42 shows the ticket with its conversation to whoever may see it, with their buttons', async () => {
    const world = await peopled(mode)
    const { desk, ada, max, shows, shown, buttons, press } = world
    const ticket = await adasTicket(world, ada.user)
    const say = (visibility: 'public' | 'internal', body: string) =>
      addComment(desk, max.user, {
        ...{ ticket: ticket._id, surface: 'web', key: `web:${body}` },
        input: { body, visibility },
      })
    await say('public', 'Stand back')
    await say('internal', 'Again?')

    await ada.hands.command('/ticket', ' #1 ', { channel: 'C9' })
    await shows(ada, 'Stand back')
    expect(shown(ada)).toMatch(/#1 Printer 1 on fire[\s\S]*Max Moe \(moderator\)/)
    expect(shown(ada)).not.toContain('Again?')
    expect(buttons(ada)).toEqual(['Mark as solved', 'Add details', 'Open in the console'])

    await max.hands.command('/ticket', '1', { channel: 'C9' })
    expect(await shows(max, 'Again?')).toContain('Max Moe (internal note)')
    expect(buttons(max)).toEqual(['Claim', 'Reply', 'Internal note', 'Open #1'])
    await press(max, 'Claim')
    await shows(max, 'You claimed #1')
    const card = max.hands.ephemeralMessages().at(-2)
    expect(controlsOf(card?.blocks).map(({ element }) => element.text?.text)).toContain('Release')

    await ada.hands.clickButton({ channel: 'C9', label: 'Mark as solved' })
    await shows(ada, 'Resolved by Ada Ames')
  })

  test('/ticket with the number of a hidden ticket, or of none, says the same', async () => {
    const world = await peopled(mode)
    const { slack, desk, ada, max, seen, shows } = world
    await adasTicket(world, max.user)
    const before = (await desk.users.list({ limit: 50 })).length
    await ada.hands.command('/ticket', '1', { channel: 'C9' })
    await shows(ada, 'There is no such ticket.')
    const hidden = seen(ada)?.blocks
    await ada.hands.command('/ticket', '77', { channel: 'C9' })
    await slack.waitFor(() => ada.hands.ephemeralMessages().length === 2, { what: 'the second answer' })
    const bare = (blocks: unknown) => JSON.stringify(blocks).replace(/"block_id":"[^"]*"/, '')
    expect(bare(seen(ada)?.blocks)).toBe(bare(hidden))
    // Whoever only looks gets no account.
    slack.addPerson({ id: 'U30', name: 'eve', realName: 'Eve', email: 'eve@example.com' })
    const eve = slack.as('U30')
    await eve.command('/tickets')
    await slack.waitFor(() => eve.ephemeralMessages().length === 1, { what: 'an empty list' })
    expect((await desk.users.list({ limit: 50 })).length).toBe(before)
  })
})

test('a page of somebody else, or one that was made up, is the first page of one’s own', async () => {
  const world = await peopled('socket')
  const { slack, ada, max, seen, shown, shows, press } = world
  for (let nth = 0; nth < 9; nth++) await adasTicket(world, ada.user)
  await ada.hands.command('/tickets', '', { channel: 'C9' })
  await shows(ada, '#9 ')
  const next = controlsOf(seen(ada)?.blocks).at(-1)?.element.value
  for (const value of [String(next), '{"list":"queue","after":"x"}', '{"list":"nonsense"}', 'nonsense', '']) {
    const many = max.hands.ephemeralMessages().length
    await max.hands.command('/tickets', '', { channel: 'C9' })
    await slack.waitFor(() => max.hands.ephemeralMessages().length > many, { what: 'the list' })
    const control = controlsOf(seen(max)?.blocks).at(-1)
    if (control) Object.assign(control.element, { value })
    const before = seen(max)?.blocks
    await press(max, 'Assigned to me')
    await slack.waitFor(() => seen(max)?.blocks !== before, { what: 'the answer' })
    expect(shown(max)).toContain(value.includes('queue') ? '#1 Printer' : 'No tickets yet')
  }
})
