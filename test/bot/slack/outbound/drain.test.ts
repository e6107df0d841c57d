import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { createSlackMessenger } from '../../../../bot/slack/outbound/messenger.ts'
import type { SlackPlace } from '../../../../core/notifications/messengers/slack-messenger.ts'
import { RetryLater } from '../../../../core/provider-errors.ts'
import type { Comment } from '../../../../core/tickets/comments/comment.ts'
import { startSlack } from '../../../../local/slack/slack.ts'
import { secrets } from '../../../local/slack/fixture.ts'
import { forRequester, sampleTicket } from '../sample-ticket.ts'

/** As strict as Slack, and forty times as fast. */
const perSecond = 40
const tickets = Array.from({ length: 20 }, (_, index) => index + 1)
const comments = Array.from({ length: 5 }, (_, index) => `Comment ${index + 1}`)

const comment = (body: string): Comment => ({
  ...{ _id: 'd'.repeat(24), ticket: 'c'.repeat(24), author: { id: 'm'.repeat(24), name: 'Max Moe' } },
  ...{ fromRequester: false, body, visibility: 'public', surface: 'discord', relayed: {} },
  createdAt: new Date(),
})

/** Does what the worker does: it tries again when it is told to. */
async function untilSent<Sent>(send: () => Promise<Sent>): Promise<Sent> {
  for (;;)
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof RetryLater)) throw error
      await sleep(error.afterMs)
    }
}

test('100 comments on 20 tickets of one person arrive once and in order, with few 429s, and hold up nobody else', async () => {
  const slack = await startSlack({ ...secrets, messagePace: { perSecond, burst: 5 } })
  onTestFinished(() => slack.close())
  for (const [id, name] of [
    ['U1', 'Ada'],
    ['U2', 'Ben'],
  ] as const)
    slack.addPerson({ id, name, realName: name, email: `${name}@example.com`, emailConfirmed: true })
  const messenger = createSlackMessenger({
    ...{ botToken: secrets.botToken, apiUrl: slack.url, appUrl: 'http://localhost:5000' },
    ...{ messagesPerSecond: perSecond, log: pino({ level: 'silent' }) },
  })
  const cardFor = (user: string, number: number) =>
    untilSent(() =>
      messenger.postCard(
        forRequester(sampleTicket({ number })),
        { team: 'T0DESK', user },
        {
          key: `card ${number}`,
          mayExist: false,
        },
      ),
    )
  const post = (card: SlackPlace, body: string) =>
    untilSent(() =>
      messenger.postComment(comment(body), card, { key: `${card.ts} ${body}`, mayExist: false }),
    )

  let sent = 0
  const drained = Promise.all(
    tickets.map(async (number) => {
      const card = await cardFor('U1', number)
      for (const body of comments) {
        await post(card, body)
        sent += 1
      }
    }),
  )
  const other = await cardFor('U2', 99)
  for (const body of comments) await post(other, body)
  expect(sent).toBeLessThan(80)
  await drained

  const bodiesIn = (user: string) =>
    slack.dmOf(user).map(({ replies }) => replies.map(({ shown }) => /Comment \d+/.exec(shown)?.[0]))
  expect(bodiesIn('U1')).toEqual(tickets.map(() => comments))
  expect(bodiesIn('U2')).toEqual([comments])
  const posts = slack.calls.filter(({ method }) => method === 'chat.postMessage')
  const refused = posts.filter(({ outcome }) => outcome === 'http 429')
  expect(refused.length).toBeLessThan(posts.length * 0.05)
}, 120_000)
