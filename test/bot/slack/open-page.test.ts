import { describe, expect, test } from 'vitest'
import { inspectLink, redeemLink } from '../../../core/users/mail-links/redeem-link.ts'
import type { Modal } from '../../../local/slack/person/modal.ts'
import { controlsOf } from '../../../local/slack/show-blocks.ts'
import { emptyDatabase } from './database.ts'
import { appUrl, cardOf, deskWithSlack, type Mode } from './desk-with-slack.ts'

const database = emptyDatabase()
const origin = { surface: 'web', address: null, agent: null } as const

async function filed(mode: Mode) {
  const all = await deskWithSlack(database(), mode)
  const ada = all.slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  const card = await cardOf(all.slack)
  await all.settled()
  const ticket = await all.desk.tickets.findBySlackThread(ada.dm, card.ts)
  if (!ticket) throw new Error('no ticket')
  return { ...all, ada, card, path: `/tickets/${ticket._id}` }
}

const urlIn = (modal: Modal) => String(controlsOf(modal.view().blocks)[0]?.element.url)
const tokenIn = (url: string) => url.slice(`${appUrl}/welcome#`.length)

describe.each(['socket', 'http'] as const)('a page of the console over %s', (mode) => {
  test('opens from the card with a link that signs in who pressed it, once', async () => {
    const { slack, desk, ada, card, path } = await filed(mode)
    expect((await ada.clickButton({ label: 'Open in the console', ts: card.ts })).acked).toBe(true)
    const modal = await ada.modal()
    expect(modal.shown()).toContain('signs you in as Ada')
    const token = tokenIn(urlIn(modal))
    const user = await desk.users.findByEmail('ada@example.com')
    expect(await inspectLink(desk, token)).toMatchObject({
      purpose: 'slack-sign-in',
      user: user?._id,
      next: path,
    })
    expect((await modal.click('follow_link')).acked).toBe(true)
    expect(await redeemLink(desk, origin, { token })).toMatchObject({ user: { _id: user?._id } })
    await expect(redeemLink(desk, origin, { token })).rejects.toThrow('already used')
    // Nothing that others see holds the link.
    expect(JSON.stringify([slack.dmOf('U1'), ada.ephemeralMessages()])).not.toContain(token)
  })

  test('opens from the home tab and from a card of before, too', async () => {
    const { slack, desk, ada, path } = await filed(mode)
    ada.openHome()
    await slack.waitFor(() => ada.home().includes('Printer on fire'), { what: 'the home tab' })
    expect((await ada.clickHome({ actionId: 'ticket_show' })).acked).toBe(true)
    expect((await (await ada.modal()).click('open_page')).acked).toBe(true)
    const fromHome = await ada.modal()
    expect(await inspectLink(desk, tokenIn(urlIn(fromHome)))).toMatchObject({ next: path })
    const text = { type: 'plain_text' as const, text: 'Open it' }
    const button = { type: 'button' as const, action_id: 'open_link', text, url: `${appUrl}${path}` }
    const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [button] }]
    slack.post({ channel: ada.dm, user: slack.app.botUserId, text: 'An old card', blocks })
    expect((await ada.clickButton({ label: 'Open it' })).acked).toBe(true)
    expect(await inspectLink(desk, tokenIn(urlIn(await ada.modal())))).toMatchObject({ next: path })
  })
})

test('a card that several people see signs each of them in as nobody but themselves', async () => {
  const { slack, desk, ada, path } = await filed('socket')
  slack.addPerson({ id: 'U7', name: 'zoe', realName: 'Zoe Zimt', email: 'zoe@example.com' })
  slack.addChannel({ id: 'C7', name: 'facilities', members: ['U1', 'U7'] })
  const text = { type: 'plain_text' as const, text: 'Open' }
  const button = { type: 'button' as const, action_id: 'open_page', text, value: `${appUrl}${path}` }
  slack.post({
    channel: 'C7',
    user: slack.app.botUserId,
    text: 'A card that was shared',
    blocks: [{ type: 'actions' as const, block_id: 'b', elements: [button] }],
  })
  const zoe = slack.as('U7')
  await zoe.clickButton({ channel: 'C7', label: 'Open' })
  const stranger = await zoe.modal()
  expect(urlIn(stranger)).toBe(`${appUrl}${path}`)
  expect(stranger.shown()).not.toContain('Ada')
  await ada.clickButton({ channel: 'C7', label: 'Open' })
  const link = await inspectLink(desk, tokenIn(urlIn(await ada.modal())))
  expect(link).toMatchObject({ user: (await desk.users.findByEmail('ada@example.com'))?._id })
})

test.each([
  ['a page elsewhere', 'https://evil.example/tickets/1', '/tickets/1'],
  ['a path that a browser would read as another site', `${appUrl}//evil.example`, '/'],
  ['no address at all', 'nonsense', '/nonsense'],
])('%s leads to the console only', async (_, value, next) => {
  const { slack, desk, ada } = await filed('socket')
  const text = { type: 'plain_text' as const, text: 'Trap' }
  const button = { type: 'button' as const, action_id: 'open_page', text, value }
  const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [button] }]
  slack.post({ channel: ada.dm, user: slack.app.botUserId, text: 'Trap', blocks })
  await ada.clickButton({ label: 'Trap' })
  expect(await inspectLink(desk, tokenIn(urlIn(await ada.modal())))).toMatchObject({ next })
})

test('somebody whose account is deactivated gets the address without signing in', async () => {
  const { desk, ada, card, path } = await filed('socket')
  const user = await desk.users.findByEmail('ada@example.com')
  if (!user) throw new Error('no account')
  await desk.users.apply(user, { set: { active: false } }, desk.now())
  await ada.clickButton({ label: 'Open in the console', ts: card.ts })
  expect(urlIn(await ada.modal())).toBe(`${appUrl}${path}`)
})
