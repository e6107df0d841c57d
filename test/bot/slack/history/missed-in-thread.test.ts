import type { GenericMessageEvent } from '@slack/types'
import { expect, test } from 'vitest'
import { missedInThread } from '../../../../bot/slack/history/missed-in-thread.ts'
import { idFromKey } from '../../../../core/ids.ts'
import { later } from '../../../support/ticket-fixture.ts'

const now = 1_700_000_000
const channel = 'D1'
const message = (ts: number, more: object = {}) =>
  ({
    type: 'message',
    user: 'U1',
    text: 'words',
    ts: String(ts),
    thread_ts: '1',
    ...more,
  }) as GenericMessageEvent
const known = (ts: number, more: object = {}) => ({
  ...{ _id: idFromKey(`slack:${channel}:${ts}`), relayed: { slack: String(ts) } },
  ...more,
})
const edited = (ts: number) => ({ edited: { user: 'U1', ts: String(ts) } })

test.each<[string, GenericMessageEvent[], ReturnType<typeof known>[], string[]]>([
  ['nothing', [message(now - 500)], [known(now - 500)], []],
  ['a new message', [message(now - 100)], [], [`new ${now - 100}`]],
  ['not one from before the gap, which was refused', [message(now - 5_000)], [], []],
  ['not one of the desk', [message(now - 100, { bot_id: 'B1' })], [], []],
  [
    'a new message with its newest words, once',
    [message(now - 100, edited(now - 50))],
    [],
    [`new ${now - 100}`],
  ],
  [
    'an edit of an earlier message',
    [message(now - 5_000, edited(now - 50))],
    [known(now - 5_000)],
    [`edited ${now - 5_000}`],
  ],
  ['not an edit from before the gap', [message(now - 5_000, edited(now - 4_000))], [known(now - 5_000)], []],
  ['a deletion', [], [known(now - 5_000)], [`deleted ${now - 5_000}`]],
  ['not a deletion that the desk knows of', [], [known(now - 500, { deleted: { at: later(0) } })], []],
  ['not a message that has expired', [], [known(now - 90_000)], []],
  ['not an answer that the desk has posted', [], [known(now - 500, { _id: 'an answer' })], []],
  [
    'new messages, then edits, then deletions, each in order',
    [
      message(now - 3_000, edited(now - 10)),
      message(now - 2_000, edited(now - 20)),
      message(now - 90),
      message(now - 80),
    ],
    [known(now - 3_000), known(now - 2_000), known(now - 1_000)],
    [
      `new ${now - 90}`,
      `new ${now - 80}`,
      `edited ${now - 2_000}`,
      `edited ${now - 3_000}`,
      `deleted ${now - 1_000}`,
    ],
  ],
])('is missed: %s', (_what, messages, comments, expected) => {
  const missed = missedInThread({ place: 'slack', channel, team: 'T1', messages }, comments as never, {
    ...{ since: (now - 200) * 1_000, now: now * 1_000 },
  })
  expect(missed.map(({ state, ts }) => `${state} ${ts}`)).toEqual(expected)
})
