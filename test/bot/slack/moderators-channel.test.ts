import { describe, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { deleteTicket } from '../../../core/tickets/actions/delete.ts'
import { perform } from '../../../core/tickets/actions/perform.ts'
import { redrawCards } from '../../../core/tickets/change.ts'
import { changeTicket } from '../../../core/tickets/change-ticket.ts'
import { react } from '../../../core/tickets/comments/react.ts'
import type { NewTicket } from '../../../core/tickets/store/ticket-store.ts'
import { png } from '../../support/files.ts'
import { claimedBy, mia, newTicketOf } from '../../support/ticket-fixture.ts'
import { emptyDatabase } from './database.ts'
import { cardOf, deskWithSlack } from './desk-with-slack.ts'
import { channel, channelWithTicket } from './moderators-channel.ts'
import { root } from './staff.ts'

const database = emptyDatabase()
const opened = (mode: 'socket' | 'http' = 'socket', options = {}) =>
  channelWithTicket(database(), mode, options)

const labels = (one?: { buttons: { label: string }[] }) => one?.buttons.map(({ label }) => label)

describe.each(['socket', 'http'] as const)('the moderators’ channel over %s', (mode) => {
  test('has one card for a ticket, from which moderators do all their work', async () => {
    const { slack, max, mia, eve, card, cards, shows, told, now, below, says } = await opened(mode)
    const press = (hands: typeof eve, label: string) => hands.clickButton({ channel, label })
    expect(card()?.shown).toContain('Flames')
    const talk = ['Reply', 'Internal note', 'Assign to…', 'Open #1']
    expect(labels(card())).toEqual(['Claim', ...talk])

    await press(eve, 'Claim')
    await slack.waitFor(() => told(eve).length > 0, { what: 'the refusal' })
    expect(told(eve).at(-1)).toContain('Only moderators and admins can do this')

    await press(max.hands, 'Claim')
    await shows('In progress: Max Moe')
    expect(labels(card())).toEqual(['Release', 'Waiting', 'Resolve', ...talk])
    await press(mia.hands, 'Release')
    await slack.waitFor(() => told(mia.hands).length > 0, { what: 'who has it' })
    expect(told(mia.hands).at(-1)).toContain('Max Moe has #1')

    await press(max.hands, 'Reply')
    await (await max.hands.modal()).submit({ text: 'Stand back' })
    await says('Max Moe (moderator):')
    await slack.waitFor(() => below().find(({ shown }) => shown.includes('Stand back')), { what: 'it' })

    await press(max.hands, 'Resolve')
    await (await max.hands.modal()).submit({ text: 'Put it out' })
    await shows('Resolved by Max Moe')
    await says('Resolved by Max Moe')
    await press(max.hands, 'Reopen')
    await shows('In progress: Max Moe')
    expect(cards()).toHaveLength(1)
    expect(await now()).toMatchObject({ status: 'in_progress', surfaces: { slackModerators: { channel } } })
  })

  test('shows what the requester says, changes and deletes, once', async () => {
    const { slack, ada, requesters, thread, says, settled } = await opened(mode)
    const { ts } = ada.reply({ threadTs: requesters.ts, text: 'It still burns' })
    const gone = ada.reply({ threadTs: requesters.ts, text: 'Oops' })
    await says('It still burns')
    await says('Oops')
    await slack.redeliver(3)
    ada.edit({ ts, text: 'It burns more' })
    ada.remove({ ts: gone.ts })
    await says('It burns more')
    await slack.waitFor(() => thread().length === 1, { what: 'the deletion' })
    await settled()
    expect(thread().map(({ shown }) => shown)).toEqual([expect.stringContaining('Ada Lovelace (requester)')])
  })

  test('keeps what moderators write there as internal notes, and sends one when its author says so', async () => {
    const { slack, max, mia, note, said, told, below, thread, settled, now } = await opened(mode)
    const { ts } = note(max.hands, 'Looks like *toner*')
    await expect.poll(said).toEqual(['internal Looks like **toner**'])
    await slack.waitFor(() => told(max.hands).length === 1, { what: 'the hint' })
    expect(told(max.hands)[0]).toMatch(/Saved as an internal note\. .* doesn’t see it\./)
    note(max.hands, 'or a cat')
    await expect.poll(said).toHaveLength(2)
    expect(below()).toEqual([])

    await mia.hands.shortcut('send_to_requester', { channel, ts })
    await slack.waitFor(() => told(mia.hands).length === 1, { what: 'the refusal' })
    expect(told(mia.hands)[0]).toContain('Only the author can send a message')

    await max.hands.shortcut('send_to_requester', { channel, ts })
    await max.hands.shortcut('send_to_requester', { channel, ts })
    await slack.waitFor(() => told(max.hands).filter((one) => one.includes('Sent to')).length === 2, {
      what: 'the answers',
    })
    await slack.waitFor(() => below().find(({ shown }) => shown.includes('Looks like toner')), { what: 'it' })
    expect(await said()).toEqual(['internal deleted', 'internal or a cat', 'public Looks like **toner**'])
    expect(thread().find((one) => one.ts === ts)?.reactions).toEqual(['white_check_mark'])

    max.hands.edit({ channel, ts, text: 'It is the toner' })
    await slack.waitFor(() => below()[0]?.shown.includes('It is the toner'), { what: 'the change' })
    max.hands.remove({ channel, ts })
    await slack.waitFor(() => below().length === 0, { what: 'the deletion' })
    await settled()
    expect(thread()).toHaveLength(1)
    expect((await now()).status).toBe('open')
  })

  test('stores nothing of others, of moderators’ own talk, and of other channels', async () => {
    const { slack, max, eve, note, said, told } = await opened(mode)
    note(eve, 'Can I help?')
    await slack.waitFor(() => told(eve).length === 1, { what: 'the hint' })
    expect(told(eve)[0]).toContain('Not saved: only moderators and admins add to tickets here.')
    const lunch = max.hands.reply({ channel, text: 'Lunch?' })
    eve.reply({ channel, text: 'Yes', threadTs: lunch.ts })
    slack.as('U1').reply({ channel: 'C1', text: 'Hello' })
    note(max.hands, 'Back to work')
    await expect.poll(said).toEqual(['internal Back to work'])
    expect(told(eve)).toHaveLength(1)
    expect(await database().users.countDocuments({ name: /Eve/ })).toBe(0)
  })
})

test('files and reactions of one side are shown on the other', async () => {
  const { slack, desk, ada, max, requesters, says, said, thread, below, card, ticket } = await opened()
  const photo = await slack.addFile({ name: 'photo.png', mimetype: 'image/png', content: png })
  const { ts } = ada.reply({ threadTs: requesters.ts, text: 'Look', files: [photo] })
  const look = await says('Look')
  await slack.waitFor(() => thread().some(({ shown }) => shown.includes('photo.png')), { what: 'the file' })
  max.hands.addReaction({ channel, ts: look.ts, name: 'eyes' })
  const seen = () => below().find((one) => one.ts === ts)?.reactions
  await slack.waitFor(() => seen()?.includes('eyes'), { what: 'the reaction' })
  const log = await slack.addFile({ name: 'log.txt', mimetype: 'text/plain', content: Buffer.from('fire') })
  const sent = max.hands.reply({ channel, threadTs: card()?.ts ?? '', text: 'See', files: [log] })
  await expect.poll(said).toContain('internal See')
  await max.hands.shortcut('send_to_requester', { channel, ts: sent.ts })
  await slack.waitFor(() => below().some(({ shown }) => shown.includes('log.txt')), { what: 'the log' })
  expect(thread().filter(({ shown }) => shown.includes('log.txt'))).toHaveLength(1)
  const answer = below().find(({ shown }) => shown.includes('See'))
  ada.addReaction({ ts: answer?.ts ?? '', name: 'tada' })
  await slack.waitFor(
    () =>
      thread()
        .find((one) => one.ts === sent.ts)
        ?.reactions?.includes('tada'),
    {
      what: "the requester's reaction",
    },
  )
  ada.remove({ ts })
  await slack.waitFor(() => !thread().some(({ shown }) => shown.includes('photo.png')), { what: 'it gone' })
  const reactions = async () =>
    ((await desk.tickets.find(ticket._id))?.reactions ?? []).map(({ place, emoji }) => `${place} ${emoji}`)
  await expect.poll(reactions).toEqual(['slack 🎉'])
  await react(desk, max.user, {
    ...{ place: 'slackModerators', channel: 'C1', message: sent.ts, by: 'U22', emoji: '👀' },
    ...{ at: null, isAdded: true },
  })
  expect(await reactions()).toEqual(['slack 🎉'])
})

test('somebody else’s claimed ticket takes no notes, and the thread says why', async () => {
  const { slack, max, mia, note, said, told, shows } = await opened()
  await max.hands.clickButton({ channel, label: 'Claim' })
  await shows('In progress: Max Moe')
  note(mia.hands, 'Mine?')
  await slack.waitFor(() => told(mia.hands).length === 1, { what: 'the refusal' })
  expect(told(mia.hands)[0]).toContain('Not saved. Max Moe has #1.')
  expect(await said()).toEqual([])
})

test('a card that somebody deleted is posted again, with what follows below it', async () => {
  const { slack, ada, requesters, cards, card, says, now, settled } = await opened()
  slack.deleteMessage(channel, card()?.ts ?? '')
  ada.reply({ threadTs: requesters.ts, text: 'Hello?' })
  await says('Hello?')
  await settled()
  expect(cards()).toHaveLength(1)
  expect((await now()).surfaces.slackModerators?.ts).toBe(card()?.ts)
})

test('a deleted ticket leaves nothing of the desk in the channel but its number', async () => {
  const { slack, desk, ada, requesters, card, thread, says, settled, ticket, max, note, said } =
    await opened()
  const photo = await slack.addFile({ name: 'photo.png', mimetype: 'image/png', content: png })
  ada.reply({ threadTs: requesters.ts, text: 'My secret', files: [photo] })
  await says('My secret')
  await slack.waitFor(() => thread().some(({ shown }) => shown.includes('photo.png')), { what: 'the file' })
  note(max.hands, 'Hm')
  await expect.poll(said).toContain('internal Hm')
  await perform(desk, root, deleteTicket, { id: ticket._id, surface: 'web', input: {} })
  await slack.waitFor(() => card()?.shown.includes('Deleted'), { what: 'the card' })
  await slack.waitFor(() => thread().length === 1, { what: 'the thread' })
  await settled()
  expect(thread()[0]?.shown).toContain('Hm')
  expect(card()?.shown).not.toContain('Flames')
})

test('while the channel can’t be used, the requester waits for nothing, and it catches up', async () => {
  const { slack, settled } = await deskWithSlack(database(), 'socket', { moderatorsChannel: channel })
  const ada = slack.as('U1')
  await ada.command('/ticket', 'Printer on fire')
  await (await ada.modal()).submit({ description: 'Flames' })
  await cardOf(slack)
  await slack.waitFor(() => slack.calls.some(({ outcome }) => outcome.includes('channel_not_found')), {
    what: 'the refusal',
  })
  slack.addChannel({ id: channel, name: 'moderators', isPrivate: true, members: [] })
  await settled()
  expect(slack.messagesIn(channel)).toMatchObject([{ shown: expect.stringContaining('Flames') }])
})

test('the card names similar tickets that every moderator may see, and marks a duplicate with one press', async () => {
  const { desk, ticket, card, cards, shows, max, now } = await opened()
  const insert = async (number: number, more: Partial<NewTicket>) =>
    (await desk.tickets.insert(newTicketOf({ _id: newId(), number, ...more }))).ticket._id
  const shared = await insert(0, { title: 'Smoke from the printer' })
  const hidden = await insert(7, { title: 'Salary of Bo', ...claimedBy(mia) })
  const similar = [shared, hidden].map((id) => ({ id, similarity: 0.9 }))
  await changeTicket(desk, ticket._id, ({ triage }) => ({
    set: { triage: { ...triage, similar } },
    ...{ history: [], effects: redrawCards },
  }))
  await shows('Smoke from the printer')
  expect(card()?.shown).not.toContain('Salary')
  expect(labels(cards()[0])).toContain('Duplicate of #0')
  await max.hands.clickButton({ channel, label: 'Duplicate of #0' })
  await expect.poll(async () => (await now()).duplicateOf?.id).toBe(shared)
  await expect.poll(() => card()?.shown).not.toContain('Smoke from the printer')
})

test('what moderators wrote, changed and deleted while the desk was away arrives once', async () => {
  const { max, note, said, away, below, slack } = await opened()
  const first = note(max.hands, 'first')
  const second = note(max.hands, 'second')
  const third = note(max.hands, 'third')
  await expect.poll(said).toHaveLength(3)
  await max.hands.shortcut('send_to_requester', { channel, ts: third.ts })
  await slack.waitFor(() => below().length === 1, { what: 'the third' })
  await away(() => {
    note(max.hands, 'fourth')
    max.hands.edit({ channel, ts: first.ts, text: 'first, changed' })
    max.hands.edit({ channel, ts: third.ts, text: 'third, changed' })
    max.hands.remove({ channel, ts: second.ts })
  })
  await expect
    .poll(said)
    .toEqual([
      'internal first, changed',
      'internal deleted',
      'internal deleted',
      'public third, changed',
      'internal fourth',
    ])
  await slack.waitFor(() => below()[0]?.shown.includes('third, changed'), { what: 'the change' })
})
