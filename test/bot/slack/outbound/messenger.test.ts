import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createSlackMessenger } from '../../../../bot/slack/outbound/messenger.ts'
import { ticketNotice } from '../../../../core/notifications/ticket-notice/ticket-notice.ts'
import { RefusedByProvider, RetryLater } from '../../../../core/provider-errors.ts'
import type { Comment } from '../../../../core/tickets/comments/comment.ts'
import { secrets, slackWithAda } from '../../../local/slack/fixture.ts'
import { forRequester, sampleTicket } from '../sample-ticket.ts'

const ada = { team: 'T0DESK', user: 'U1' }
const appUrl = 'http://localhost:5000'
const fresh = (key: string) => ({ key, mayExist: false })

async function start() {
  const slack = await slackWithAda()
  onTestFinished(() => slack.close())
  const log = pino({ level: 'silent' })
  return {
    slack,
    messenger: createSlackMessenger({ botToken: secrets.botToken, apiUrl: slack.url, appUrl, log }),
  }
}

const comment = (body: string): Comment => ({
  _id: 'd'.repeat(24),
  ticket: 'c'.repeat(24),
  author: { id: 'm'.repeat(24), name: 'Max Moe' },
  fromRequester: false,
  body,
  visibility: 'public',
  surface: 'discord',
  relayed: {},
  createdAt: new Date(),
})

test('each kind of message is found again by its key, instead of being sent twice', async () => {
  const { slack, messenger } = await start()
  const ticket = sampleTicket()
  const card = await messenger.postCard(forRequester(ticket), ada, fresh('card'))
  expect(await messenger.postCard(forRequester(ticket), ada, { key: 'card', mayExist: true })).toEqual(card)
  const said = await messenger.postComment(comment('Hello'), card, fresh('comment'))
  expect(await messenger.postComment(comment('Hello'), card, { key: 'comment', mayExist: true })).toBe(said)
  const notice = ticketNotice('resolved', ticket, appUrl)
  const told = await messenger.postNotice(notice, card, fresh('notice'))
  expect(await messenger.postNotice(notice, card, { key: 'notice', mayExist: true })).toBe(told)
  const [shown] = slack.dmOf('U1').filter(({ ts }) => ts === card.ts)
  expect(shown?.replies.map(({ ts }) => ts)).toEqual([said, told])
})

test('people without a card get a direct message, once', async () => {
  const { slack, messenger } = await start()
  const notice = ticketNotice('assigned', sampleTicket(), appUrl)
  const told = await messenger.sendDirect(notice, ada, fresh('direct'))
  expect(await messenger.sendDirect(notice, ada, { key: 'direct', mayExist: true })).toBe(told)
  expect(slack.dmOf('U1')).toMatchObject([{ shown: expect.stringContaining('Assigned to you: #42') }])
  const nobody = { team: 'T0DESK', user: 'U404' }
  await expect(messenger.sendDirect(notice, nobody, fresh('gone'))).rejects.toBeInstanceOf(RefusedByProvider)
})

test('a message that did not get through is sent when asked again', async () => {
  const { slack, messenger } = await start()
  slack.failNext({ method: 'chat.postMessage', refuse: true })
  await expect(messenger.postCard(forRequester(sampleTicket()), ada, fresh('card'))).rejects.toBeInstanceOf(
    RetryLater,
  )
  await messenger.postCard(forRequester(sampleTicket()), ada, { key: 'card', mayExist: true })
  expect(slack.dmOf('U1')).toHaveLength(1)
})

test('a notice is shown in the conversation too, not only in the thread', async () => {
  const { slack, messenger } = await start()
  const card = await messenger.postCard(forRequester(sampleTicket()), ada, fresh('card'))
  await messenger.postNotice(ticketNotice('resolved', sampleTicket(), appUrl), card, fresh('notice'))
  expect(slack.calls.at(-1)?.args).toMatchObject({ reply_broadcast: 'true', thread_ts: card.ts })
})

test('a redrawn card keeps its place and its key', async () => {
  const { slack, messenger } = await start()
  const card = await messenger.postCard(forRequester(sampleTicket()), ada, fresh('card'))
  await messenger.updateCard(forRequester(sampleTicket({ status: 'in_progress' })), card)
  const [shown] = slack.dmOf('U1')
  expect(shown?.shown).toContain('In progress: Max Moe')
  expect(shown?.metadata).toMatchObject({ event_payload: { key: 'card' } })
})

test('a rate limit says when to come back, and nothing is tried in between', async () => {
  const { slack, messenger } = await start()
  slack.failNext({ method: 'chat.update', status: 429, retryAfter: 7 })
  const place = await messenger.postCard(forRequester(sampleTicket()), ada, fresh('card'))
  await expect(messenger.updateCard(forRequester(sampleTicket()), place)).rejects.toMatchObject({
    afterMs: 7_000,
  })
  expect(slack.calls.filter(({ method }) => method === 'chat.update')).toHaveLength(1)
})

test('a person who is not in the workspace is refused for good', async () => {
  const { messenger } = await start()
  const nobody = { team: 'T0DESK', user: 'U404' }
  await expect(
    messenger.postCard(forRequester(sampleTicket()), nobody, fresh('card')),
  ).rejects.toBeInstanceOf(RefusedByProvider)
})

test('an address is taken only when Slack says that it is confirmed', async () => {
  const { messenger } = await start()
  expect(await messenger.profileOf(ada)).toEqual({ email: 'ada@example.com', name: 'Ada Lovelace' })
  expect(await messenger.profileOf({ team: 'T0DESK', user: 'U2' })).toEqual({ email: null, name: 'Bob Kahn' })
})
