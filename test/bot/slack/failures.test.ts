import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Desk } from '../../../core/desk.ts'
import { withFailingComments } from '../../support/failing-comments.ts'
import { waitFor } from '../../support/wait-for.ts'
import { emptyDatabase } from './database.ts'
import { cardOf, deskWithSlack } from './desk-with-slack.ts'

const database = emptyDatabase()
const team = 'T0DESK'
const down = async (): Promise<never> => {
  throw new Error('no database')
}

/** A desk that fails at storing the first comments. */
function failingAtFirst(desk: Desk, times: number): Desk {
  const failing = withFailingComments(desk)
  failing.fail(times)
  return failing.desk
}

/** The comments below a card. */
async function repliesIn(desk: Desk, channel: string, card: string) {
  const ticket = await desk.tickets.findBySlackThread(channel, card)
  if (!ticket) return []
  const comments = await desk.comments.list({ ticket: ticket._id, visibilities: ['public'], limit: 10 })
  return comments.map(({ body }) => body)
}

describe.each(['socket', 'http'] as const)('over %s', (mode) => {
  test('a form stays open with what was written while the database is down, and files once it is back', async () => {
    let isDown = true
    const { slack, desk } = await deskWithSlack(database(), mode, {
      change: (desk) => ({ ...desk, nextNumber: () => (isDown ? down() : desk.nextNumber()) }),
    })
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    const modal = await ada.modal()
    const refused = await modal.submit({ description: 'Flames' })
    expect(refused.errorsByBlock.title).toMatch(/went wrong on our side/)
    expect(modal.isOpen()).toBe(true)
    isDown = false
    expect((await modal.submit({})).errors).toEqual({})
    expect(modal.shown()).toContain('Filed as')
    expect(await desk.users.findBySlack(team, 'U1')).toBeTruthy()
    await cardOf(slack)
  })

  test('a slow database is reported before Slack gives up, and the ticket is filed once', async () => {
    let delayMs = 2_800
    const { slack, settled } = await deskWithSlack(database(), mode, {
      change: (desk) => ({ ...desk, nextNumber: () => sleep(delayMs).then(desk.nextNumber) }),
    })
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    const modal = await ada.modal()
    const first = await modal.submit({ description: 'Flames' })
    expect(first.errorsByBlock.title).toMatch(/longer than usual/)
    expect(first.ms).toBeLessThan(2_900)
    await cardOf(slack)
    delayMs = 0
    const changed = await modal.submit({ description: 'Flames and smoke' })
    expect(changed.errorsByBlock.description).toMatch(/Already filed as #1/)
    expect((await modal.submit({ description: 'Flames' })).errors).toEqual({})
    await settled()
    expect(slack.dmOf('U1').filter(({ buttons }) => buttons.length > 0)).toHaveLength(1)
  })

  test('a deactivated person is refused in words', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    const { user } = await desk.users.insert(
      { _id: 'a'.repeat(24), email: null, name: 'ada', slack: { team, user: 'U1' }, active: false },
      new Date(),
    )
    expect(user.active).toBe(false)
    await ada.command('/ticket', 'Printer on fire')
    const modal = await ada.modal()
    expect((await modal.submit({ description: 'Flames' })).errorsByBlock.title).toMatch(/deactivated/)
  })

  test('a reply is acknowledged only when it is stored: until then Slack delivers it again', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode, {
      slack: { ackWithinMs: 2_000 },
      change: (desk) => failingAtFirst(desk, 4),
    })
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    const card = await cardOf(slack)
    ada.reply({ text: 'Still burning', threadTs: card.ts })
    await waitFor(async () => (await repliesIn(desk, ada.dm, card.ts)).length > 0, { what: 'the comment' })
    await sleep(300)
    expect(await repliesIn(desk, ada.dm, card.ts)).toEqual(['Still burning'])
    const reply = slack.deliveries.find(({ payload }) => JSON.stringify(payload).includes('Still burning'))
    expect(reply?.acks.map(({ acked }) => acked)).toEqual([false, true])
  })

  test('a reply that is stored at the second try comes before the next one', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode, {
      change: (desk) => failingAtFirst(desk, 1),
    })
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    const card = await cardOf(slack)
    ada.reply({ text: 'It smokes.', threadTs: card.ts })
    ada.reply({ text: 'Now it burns.', threadTs: card.ts })
    await waitFor(async () => (await repliesIn(desk, ada.dm, card.ts)).length === 2, {
      what: 'both comments',
    })
    expect(await repliesIn(desk, ada.dm, card.ts)).toEqual(['It smokes.', 'Now it burns.'])
  })

  test('a reply that is stored only when Slack repeats it comes before the next one', async () => {
    const { slack, desk } = await deskWithSlack(database(), mode, {
      change: (desk) => failingAtFirst(desk, 4),
    })
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    const card = await cardOf(slack)
    for (const text of ['It smokes.', 'Now it burns.', 'Help!']) ada.reply({ text, threadTs: card.ts })
    await waitFor(async () => (await repliesIn(desk, ada.dm, card.ts)).length === 3, { what: 'the comments' })
    await sleep(500)
    expect(await repliesIn(desk, ada.dm, card.ts)).toEqual(['It smokes.', 'Now it burns.', 'Help!'])
  })

  test('a reply that cannot be stored is given back to its writer at the last try', async () => {
    const { slack } = await deskWithSlack(database(), mode, {
      slack: { ackWithinMs: 500 },
      change: (desk) => ({ ...desk, comments: { ...desk.comments, insert: down } }),
    })
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    const card = await cardOf(slack)
    ada.reply({ text: 'Still burning', threadTs: card.ts })
    const told = await slack.waitFor(() => ada.ephemeralMessages()[0], {
      what: 'the hint',
      timeoutMs: 15_000,
    })
    expect(told?.text).toMatch(/Send it again/)
  })

  test('a button whose work failed is not acknowledged, so Slack shows that it failed', async () => {
    const { slack } = await deskWithSlack(database(), mode, {
      slack: { ackWithinMs: 500 },
      change: (desk) => ({ ...desk, tickets: { ...desk.tickets, find: down } }),
    })
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    await cardOf(slack)
    expect((await ada.clickButton({ label: 'Mark as solved' })).acked).toBe(false)
  })

  test('a button pressed twice is refused in words the second time', async () => {
    const { slack } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    await cardOf(slack)
    slack.failNext({ method: 'chat.update', delayMs: 1_000 })
    await ada.clickButton({ label: 'Mark as solved' })
    await ada.clickButton({ label: 'Mark as solved' })
    const told = await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the refusal' })
    expect(told?.text).toBe('#1 is already resolved.')
  })

  test("words outside a thread get one hint; the desk's own posts and edits are not comments", async () => {
    const { slack, desk, settled } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    const hello = ada.reply({ text: 'hello?' })
    const told = await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the hint' })
    expect(told?.text).toContain('/ticket')
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    const card = await cardOf(slack)
    await settled()
    ada.reply({ text: 'First', threadTs: card.ts })
    ada.edit({ ts: hello.ts, text: 'hello!' })
    ada.remove({ ts: hello.ts })
    await waitFor(async () => (await repliesIn(desk, ada.dm, card.ts)).length > 0, { what: 'the comment' })
    await sleep(200)
    expect(await repliesIn(desk, ada.dm, card.ts)).toEqual(['First'])
    expect(ada.ephemeralMessages()).toHaveLength(1)
  })

  test('a card whose answer was lost is posted once, and rate limits are waited out', async () => {
    const { slack, settled } = await deskWithSlack(database(), mode)
    const ada = slack.as('U1')
    slack.failNext({ method: 'chat.postMessage', status: 429, retryAfter: 1 })
    slack.failNext({ method: 'chat.postMessage', loseAnswer: true })
    await ada.command('/ticket', 'Printer on fire')
    await (await ada.modal()).submit({ description: 'Flames' })
    await cardOf(slack)
    await settled()
    expect(slack.dmOf('U1').filter(({ buttons }) => buttons.length > 0)).toHaveLength(1)
    expect(
      slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ outcome }) => outcome),
    ).toEqual(['http 429', 'lost'])
  })
})

test('a reply that is deleted while the process stops that stores it is deleted by the next process', async () => {
  const { promise: stored, resolve: store } = Promise.withResolvers<void>()
  const { promise: storing, resolve: begin } = Promise.withResolvers<void>()
  const { slack, desk, bot, takeOver } = await deskWithSlack(database(), 'http', {
    change: (desk) => {
      const insert: Desk['comments']['insert'] = async (comment) => {
        begin()
        await stored
        return desk.comments.insert(comment)
      }
      return { ...desk, comments: { ...desk.comments, insert } }
    },
  })
  const ada = slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  const card = await cardOf(slack)
  const { ts } = ada.reply({ text: 'Still burning', threadTs: card.ts })
  await storing
  await takeOver()
  const stopped = bot.stop()
  ada.remove({ ts })
  await slack.waitFor(() => slack.deliveries.at(-1)?.acks[0]?.acked, { what: 'the deletion' })
  store()
  await stopped
  const ticket = (await desk.tickets.findBySlackThread(ada.dm, card.ts))?._id ?? ''
  const isDeleted = async () => {
    const [comment] = await desk.comments.list({ ticket, visibilities: ['public'], limit: 1 })
    return comment?.deleted !== undefined
  }
  await expect.poll(isDeleted).toBe(true)
})

test('a reply to a card that the database does not know of yet finds its ticket by the card itself', async () => {
  const { slack, desk } = await deskWithSlack(database(), 'socket', {
    change: (desk) => ({ ...desk, tickets: { ...desk.tickets, findBySlackThread: async () => null } }),
  })
  const ada = slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  const card = await cardOf(slack)
  ada.reply({ text: 'Still burning', threadTs: card.ts })
  const user = await waitFor(() => desk.users.findByEmail('ada@example.com'), { what: 'the user' })
  const [ticket] = await desk.tickets.lists.page(
    { facets: [`sees:${user._id}`], where: {} },
    { order: 'newest', limit: 1 },
  )
  await waitFor(
    async () =>
      (await desk.comments.list({ ticket: ticket?._id ?? '', visibilities: ['public'], limit: 1 })).length,
    { what: 'the comment' },
  )
})

test('nothing that people wrote and no token is logged', async () => {
  const { slack, log, settled } = await deskWithSlack(database(), 'http', {
    change: (desk) => ({ ...desk, comments: { ...desk.comments, insert: down } }),
  })
  const ada = slack.as('U1')
  slack.failNext({ method: 'views.open', error: 'internal_error' })
  await ada.command('/ticket', 'Secret title')
  await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the hint' })
  await ada.command('/ticket', 'Secret title')
  slack.failNext({ method: 'chat.postMessage', error: 'internal_error' })
  await (await ada.modal()).submit({ description: 'Secret words' })
  const card = await cardOf(slack)
  ada.reply({ text: 'Secret reply', threadTs: card.ts })
  await slack.waitFor(() => ada.ephemeralMessages()[1], { what: 'the second hint', timeoutMs: 15_000 })
  await settled()
  expect(log.join('\n')).toContain('A request from Slack could not be handled')
  expect(log.join('\n')).not.toMatch(/Secret|xoxb|xapp|signing-secret/)
})
