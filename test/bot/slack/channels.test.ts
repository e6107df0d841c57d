import { describe, expect, test } from 'vitest'
import { scopes } from '../../../bot/slack/manifest/scopes.ts'
import type { Desk } from '../../../core/desk.ts'
import { changeUser } from '../../../core/users/change-user.ts'
import { createAccountLimits } from '../../../core/users/limits/account-limits.ts'
import { createBucketStore } from '../../../core/users/limits/bucket-store.ts'
import { noLimits } from '../../../core/users/limits/limits.ts'
import { png } from '../../support/files.ts'
import { waitFor } from '../../support/wait-for.ts'
import { emptyDatabase } from './database.ts'
import { deskWithSlack, type Mode } from './desk-with-slack.ts'

const database = emptyDatabase()

const withOneTicketEach = (desk: Desk): Desk => ({
  ...desk,
  limits: createAccountLimits(createBucketStore(database()), { ...noLimits, tickets: 1 }, desk.now),
})

async function started(mode: Mode, options: Parameters<typeof deskWithSlack>[2] = {}) {
  const world = await deskWithSlack(database(), mode, options)
  await world.slack.waitFor(() => world.bot.state().detail.includes('over'), { what: 'the identity' })
  const { slack } = world
  const answers = (ts: string) => slack.messagesIn('C1').find((one) => one.ts === ts)?.replies ?? []
  /** Ends once the desk has acknowledged all events of a kind. */
  const heard = (type: string, many: number) =>
    slack.waitFor(
      () =>
        slack.deliveries.filter(
          ({ payload, acks }) =>
            (payload as { event?: { type: string } }).event?.type === type && acks.some(({ acked }) => acked),
        ).length >= many,
      { what: `${many} ${type}` },
    )
  return { ...world, ada: slack.as('U1'), bob: slack.as('U2'), answers, heard }
}

describe.each(['socket', 'http'] as const)('the :ticket: reaction over %s', (mode) => {
  test('files the message for its author, says who reacted, and answers once in its thread', async () => {
    const world = await started(mode)
    const { slack, desk, ada, bob, answers, heard, settled } = world
    const photo = await slack.addFile({ name: 'photo.png', mimetype: 'image/png', content: png })
    const { ts } = ada.reply({
      channel: 'C1',
      text: 'The *printer* burns\nsince noon',
      files: [photo],
    })
    bob.addReaction({ channel: 'C1', ts, name: 'eyes' })
    bob.addReaction({ channel: 'C1', ts, name: 'ticket' })
    await slack.waitFor(() => answers(ts)[0], { what: 'the answer' })
    expect(answers(ts)[0]?.shown).toContain('Filed as #1 for Ada Lovelace.')
    await waitFor(async () => (await desk.tickets.findByNumber(1))?.files?.[0]?.state === 'ready', {
      what: 'the file',
    })
    await slack.waitFor(() => slack.dmOf('U1').some(({ shown }) => shown.includes('The printer burns')), {
      what: "the author's card",
    })
    ada.addReaction({ channel: 'C1', ts, name: 'ticket' })
    bob.removeReaction({ channel: 'C1', ts, name: 'ticket' })
    bob.addReaction({ channel: 'C1', ts, name: 'ticket' })
    await heard('reaction_added', 4)
    await settled()
    expect(await desk.tickets.findByNumber(1)).toMatchObject({
      title: 'The printer burns',
      description: 'The **printer** burns\nsince noon',
      requester: { name: 'Ada Lovelace' },
      source: 'slack',
      files: [{ name: 'photo.png' }],
      history: [{ action: 'opened', by: { name: 'Bob Kahn' }, surface: 'slack' }],
    })
    expect(await desk.tickets.findByNumber(2)).toBeNull()
    expect(answers(ts)).toHaveLength(1)
    expect(slack.dmOf('U2')).toEqual([])
    expect([...ada.ephemeralMessages(), ...bob.ephemeralMessages()]).toEqual([])
  })

  test('files a message in a thread, and answers there once though an answer of Slack was lost', async () => {
    const { slack, desk, ada, answers, settled } = await started(mode)
    const { ts: root } = slack.as('U2').reply({ channel: 'C1', text: 'Any trouble today?' })
    const { ts } = ada.reply({ channel: 'C1', threadTs: root, text: '<@U0DESKBOT>: my screen flickers' })
    slack.failNext({ method: 'chat.postMessage', loseAnswer: true, times: 2 })
    ada.addReaction({ channel: 'C1', ts, name: 'ticket' })
    const filed = () => answers(root).filter(({ shown }) => shown.includes('Filed as'))
    await slack.waitFor(() => filed()[0], { what: 'the answer' })
    await settled()
    expect(filed()).toHaveLength(1)
    expect(await desk.tickets.findByNumber(1)).toMatchObject({
      title: 'my screen flickers',
      description: 'my screen flickers',
      requester: { name: 'Ada Lovelace' },
    })
  })

  test('is one ticket when the event is delivered again', async () => {
    const { slack, desk, ada, answers, settled } = await started(mode, { slack: { ackWithinMs: 100 } })
    const { ts } = ada.reply({ channel: 'C1', text: 'The printer burns' })
    slack.failNext({ method: 'conversations.history', delayMs: 250 })
    ada.addReaction({ channel: 'C1', ts, name: 'ticket' })
    await slack.waitFor(() => slack.deliveries.some(({ acks }) => acks.length > 1), {
      what: 'a second delivery',
    })
    await slack.waitFor(() => answers(ts)[0], { what: 'the answer' })
    await settled()
    expect(answers(ts)).toHaveLength(1)
    expect(await desk.tickets.findByNumber(2)).toBeNull()
  })
})

describe('the :ticket: reaction', () => {
  test('on a message of an app files nothing, nor does one in direct messages', async () => {
    const { slack, desk, ada, bob, heard } = await started('socket')
    const byBot = slack.post({ channel: 'C1', text: 'Build 7 failed', bot_id: 'B9' })
    ada.addReaction({ channel: 'C1', ts: byBot.ts, name: 'ticket' })
    const inDirect = bob.reply({ text: 'The printer burns' })
    bob.addReaction({ ts: inDirect.ts, name: 'ticket' })
    await heard('reaction_added', 2)
    expect(await desk.tickets.findByNumber(1)).toBeNull()
    expect(ada.ephemeralMessages()).toEqual([])
  })

  test.each([
    ['a short message', 'Help', {}, 'too short or too long'],
    ['a deleted message', 'The printer burns', { error: 'message_not_found' }, 'was deleted'],
    ['a conversation that it may not read', 'The printer burns', { error: 'not_in_channel' }, '/invite'],
  ])('tells only who reacted why it files nothing of %s', async (_, text, fault, words) => {
    const { slack, desk, ada, bob } = await started('socket')
    const { ts } = ada.reply({ channel: 'C1', text })
    if ('error' in fault) slack.failNext({ method: 'conversations.history', ...fault })
    bob.addReaction({ channel: 'C1', ts, name: 'ticket' })
    await slack.waitFor(() => bob.ephemeralMessages()[0]?.text.includes(words), { what: words })
    expect(ada.ephemeralMessages()).toEqual([])
    expect(await desk.tickets.findByNumber(1)).toBeNull()
  })

  test('counts for who reacts, and tells them when they have filed too many', async () => {
    const { slack, desk, ada, bob, answers } = await started('socket', { change: withOneTicketEach })
    const [first, second] = ['The first', 'The second'].map((which) =>
      ada.reply({ channel: 'C1', text: `${which} printer burns` }),
    )
    bob.addReaction({ channel: 'C1', ts: first?.ts ?? '', name: 'ticket' })
    await slack.waitFor(() => answers(first?.ts ?? '')[0], { what: 'the first' })
    bob.addReaction({ channel: 'C1', ts: second?.ts ?? '', name: 'ticket' })
    await slack.waitFor(() => bob.ephemeralMessages()[0]?.text.includes('many'), { what: 'the limit' })
    await ada.command('/ticket', 'My own printer')
    expect((await (await ada.modal()).submit({ description: 'Flames' })).errors).toEqual({})
    expect(await desk.tickets.findByNumber(2)).toMatchObject({ title: 'My own printer' })
  })

  test('files nothing for an author whose account is deactivated', async () => {
    const { slack, desk, ada, bob } = await started('socket')
    await ada.command('/ticket', 'My own printer')
    await (await ada.modal()).submit({ description: 'Flames' })
    const ticket = await desk.tickets.findByNumber(1)
    await changeUser(desk, ticket?.requester.id ?? '', () => ({ set: { active: false }, effects: [] }))
    const { ts } = ada.reply({ channel: 'C1', text: 'The printer burns' })
    bob.addReaction({ channel: 'C1', ts, name: 'ticket' })
    await slack.waitFor(() => bob.ephemeralMessages()[0]?.text.includes('deactivated'), {
      what: 'the reason',
    })
    expect(await desk.tickets.findByNumber(2)).toBeNull()
  })
})

describe.each(['socket', 'http'] as const)('a mention in a channel over %s', (mode) => {
  test('is answered, to its author alone, with a button that opens the form with its words and files', async () => {
    const { slack, desk, ada, bob } = await started(mode)
    const log = await slack.addFile({ name: 'log.txt', mimetype: 'text/plain', content: Buffer.from('PC') })
    ada.reply({ channel: 'C1', text: '<@U0DESKBOT> the *printer* is on fire', files: [log] })
    await slack.waitFor(() => ada.ephemeralMessages()[0]?.text.includes('press the button'), {
      what: 'the offer',
    })
    expect((await ada.clickButton({ channel: 'C1', label: 'File a ticket' })).acked).toBe(true)
    const form = await ada.modal()
    expect(form.value('Title')).toMatchObject({ value: 'the printer is on fire' })
    expect(form.shown()).toContain('From the message: log.txt')
    expect((await form.submit()).errors).toEqual({})
    expect(await desk.tickets.findByNumber(1)).toMatchObject({
      description: 'the **printer** is on fire',
      requester: { name: expect.stringMatching(/^ada/i) },
    })
    expect(bob.ephemeralMessages()).toEqual([])
    expect(slack.messagesIn('C1')[0]?.replies).toEqual([])
  })

  test('in a thread is answered there', async () => {
    const { slack, ada } = await started(mode)
    const { ts: threadTs } = slack.as('U2').reply({ channel: 'C1', text: 'Any trouble today?' })
    ada.reply({ channel: 'C1', threadTs, text: 'Hey <@U0DESKBOT>, my screen flickers' })
    const offer = await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the offer' })
    expect(offer.thread_ts).toBe(threadTs)
    await ada.clickButton({ channel: 'C1', label: 'File a ticket' })
    expect((await ada.modal()).value('Title')).toMatchObject({ value: 'Hey my screen flickers' })
  })
})

test('in a channel that is shared with another company nobody gets an account by a reaction or an offer', async () => {
  const { slack, desk, ada, bob } = await started('socket')
  slack.addChannel({ id: 'C8', name: 'with-partners', members: ['U1', 'U2'], isShared: true })
  const { ts } = ada.reply({ channel: 'C8', text: '<@U0DESKBOT> the printer burns' })
  bob.addReaction({ channel: 'C8', ts, name: 'ticket' })
  for (const person of [ada, bob])
    await slack.waitFor(() => person.ephemeralMessages()[0]?.text.includes('shared with another company'), {
      what: 'the reason',
    })
  expect(await desk.users.findBySlack(slack.team.id, 'U1')).toBeNull()
  expect(await desk.tickets.findByNumber(1)).toBeNull()
})

test('an app that was installed with the older manifest says which scopes to add', async () => {
  const older = scopes.filter((scope) => !/reactions|mentions|(channels|groups):history/.test(scope))
  const { bot, ada, slack } = await started('socket', { slack: { scopes: older } })
  expect(bot.state().detail).toContain(
    'Add the scopes reactions:read, reactions:write, app_mentions:read, channels:history, groups:history',
  )
  ada.reply({ channel: 'C1', text: '<@U0DESKBOT> the printer burns' })
  await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the offer' })
  await ada.clickButton({ channel: 'C1', label: 'File a ticket' })
  expect((await ada.modal()).title()).toBe('File a ticket')
})

test('a bot’s mention of the app, and one in direct messages, get no offer', async () => {
  const { slack, ada, heard } = await started('socket')
  slack.post({ channel: 'C1', user: 'U2', text: '<@U0DESKBOT> hi', bot_id: 'B9' })
  ada.reply({ text: '<@U0DESKBOT> the printer burns' })
  await heard('app_mention', 1)
  await slack.waitFor(() => ada.ephemeralMessages()[0], { what: 'the usual offer' })
  expect(
    slack.deliveries.filter(({ payload }) => JSON.stringify(payload).includes('"app_mention"')),
  ).toHaveLength(1)
  expect([...ada.ephemeralMessages(), ...slack.as('U2').ephemeralMessages()]).toHaveLength(1)
})
