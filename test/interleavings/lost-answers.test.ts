import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../core/ids.ts'
import { deleteTicket } from '../../core/tickets/actions/delete.ts'
import { perform } from '../../core/tickets/actions/perform.ts'
import { openTicket } from '../../core/tickets/open-ticket.ts'
import { freshDatabase } from '../support/desk-in-process.ts'
import { waitFor } from '../support/wait-for.ts'
import { play } from './play.ts'
import { newRequester } from './playing.ts'
import type { Call, Step } from './program.ts'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld(freshDatabase())
})
afterAll(() => world?.close())

type Chat = 'slack' | 'discord'

/** A message arrives, its answer is lost, and the chat can't be searched before something happens to it. */
const unanswered = (on: Chat, call: Call, said: Partial<Extract<Step, { do: 'say' }>>): Step[] => [
  { do: 'fault', on, kind: 'lost', times: 1, call },
  { do: 'say', side: 'console', file: false, ...said },
  { do: 'see', on },
  { do: 'fault', on, kind: '500', times: 10, call: 'read' },
]

const sendings: [what: string, on: Chat, Step[]][] = (['slack', 'discord'] as const).flatMap(
  (on) =>
    [
      ['a comment', on, unanswered(on, 'post', {})],
      ['a comment in parts', on, unanswered(on, 'post', { paragraphs: 9 })],
      ['a file', on, unanswered(on, 'file', { paragraphs: 0, file: true })],
    ] as [string, Chat, Step[]][],
)

describe.each(sendings)('%s of which %s has not answered', (_what, _on, program) => {
  test('is taken away when it is deleted', async () => {
    await play(world, [...program, { do: 'remove', nth: 0 }])
  })

  test('changes when it is edited', async () => {
    await play(world, [
      ...program,
      { do: 'edit', nth: 0, paragraphs: 5 },
      { do: 'wait' },
      { do: 'edit', nth: 0 },
    ])
  })
})

test('the same file in two comments is shown twice, and deleted once', async () => {
  const twice: Step[] = (['slack', 'discord'] as const).flatMap((on): Step[] => [
    { do: 'say', side: 'console', file: true, paragraphs: 0, name: 'file7.txt' },
    { do: 'wait' },
    ...unanswered(on, 'file', { file: true, paragraphs: 0, name: 'file7.txt' }),
    { do: 'wait' },
  ])
  await play(world, [...twice, { do: 'remove', nth: 1 }, { do: 'remove', nth: 2 }])
})

describe.each(['slack', 'discord'] as const)('a card of which %s has not answered', (on) => {
  test('says no more than that the ticket was deleted', async () => {
    const { desk, slack, discord } = world
    const { requester, person } = await newRequester(world)
    if (on === 'slack') slack.failNext({ method: 'chat.postMessage', loseAnswer: true })
    const fault = discord.loseAnswer({ method: 'POST', path: /messages$/, times: on === 'discord' ? 1 : 0 })
    const title = `Dismissal of ${requester.name}`
    const input = { title, description: 'Secret.', urgency: 'normal' as const }
    const { ticket } = await openTicket(desk, requester, { key: newId(), source: 'slack', input })
    const shown = () => (on === 'slack' ? slack.transcript(person.id) : discord.transcript())
    await waitFor(() => shown().includes(title), { what: 'the card', everyMs: 5 })
    slack.failNext({ method: 'conversations.history', status: 500, times: 10 })
    const blind = discord.failNext({ method: 'GET', path: /messages$/, status: 500, times: 10 })
    await perform(desk, world.admin, deleteTicket, { id: ticket._id, surface: 'web', input: {} })
    await waitFor(() => world.isIdle() && !shown().includes(title), { what: 'the deletion' })
    expect(shown()).toContain('Deleted')
    for (const one of [fault, blind]) one.remove()
    slack.clearFaults()
  })
})
