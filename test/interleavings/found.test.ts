import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../support/desk-in-process.ts'
import { play } from './play.ts'
import type { Step } from './program.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld(freshDatabase())
})
afterAll(() => world?.close())

/** Programs that random runs found to fail. */
test.each<[string, Step[]]>([
  [
    'a comment that is deleted while it is open whether it was posted',
    [
      { do: 'fault', on: 'discord', kind: 'lost', times: 3 },
      { do: 'say', side: 'console', file: false },
      { do: 'remove', nth: 0 },
      { do: 'say', side: 'console', file: false },
    ],
  ],
  [
    'a message in Slack that is deleted as soon as it is sent',
    [
      { do: 'say', side: 'slack', file: false },
      { do: 'remove', nth: 0 },
      { do: 'wait' },
      { do: 'redeliver', count: 2 },
      { do: 'say', side: 'slack', file: false },
      { do: 'wait' },
    ],
  ],
  [
    'a stop while the history of a long time away is read',
    [
      {
        do: 'restart',
        meanwhile: [{ do: 'say', side: 'slack', file: true, paragraphs: 1 }],
        isLong: true,
      },
      { do: 'restart', meanwhile: [], isLong: false },
      { do: 'unreact', side: 'discord', nth: 0, emoji: 2 },
    ],
  ],
  [
    'a message in Slack that one process stores after another has handled its deletion',
    [
      { do: 'say', side: 'slack', file: true, paragraphs: 1 },
      { do: 'say', side: 'slack', file: true, paragraphs: 1 },
      { do: 'restart', meanwhile: [], isLong: false },
      { do: 'remove', nth: 3 },
      { do: 'edit', nth: 0, paragraphs: 1 },
      { do: 'edit', nth: 9, paragraphs: 1 },
    ],
  ],
  [
    'a file that is deleted while it is being posted',
    [
      { do: 'say', side: 'console', file: true, paragraphs: 0 },
      { do: 'edit', nth: 1, paragraphs: 1 },
      { do: 'note' },
      { do: 'say', side: 'discord', file: false },
      { do: 'fault', on: 'discord', kind: 'lost', times: 3, call: 'file' },
      { do: 'remove', nth: 9 },
      { do: 'say', side: 'discord', file: false },
    ],
  ],
])('%s', async (_what, program) => {
  await play(world, program)
})

/** Otherwise Slack repeats the first message of the next program after it has delivered the second. */
test('a program that drops the connection to Slack ends when the desk is back', async () => {
  await play(world, [{ do: 'drop', on: 'slack', resumable: false }])
  expect(world.slack.socket.connections()).toBe(1)
})
