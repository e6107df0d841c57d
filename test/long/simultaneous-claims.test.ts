import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import { apiClient } from '../support/api-client.ts'
import { createWorld, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

const each = 25
const rounds = 20

type Claimer = {
  name: string
  claim: (ticket: TicketView, thread: string) => Promise<{ won: boolean; words: string }>
}

let world: World
let claimers: Claimer[]
beforeAll(async () => {
  world = await createWorld({ withGemini: false })
  await world.connected()
  claimers = await makeClaimers()
})
afterAll(() => world?.close())

/** 25 moderators on Discord and 25 on the API, written straight into the database to save 50 sign-ups. */
async function makeClaimers(): Promise<Claimer[]> {
  const { tokensFor } = await import('../support/tokens-for.ts')
  const made = await tokensFor(world, 2 * each)
  return made.map(({ name, token, discord }, index) => ({
    name,
    claim: index % 2 === 0 ? overApi(token) : overDiscord(discord),
  }))
}

const overApi =
  (token: string): Claimer['claim'] =>
  async (ticket) => {
    const { status, body } = await apiClient(world.desk().url, token).post<{ detail?: string }>(
      `/api/tickets/${ticket.id}/claim`,
    )
    expect([200, 409]).toContain(status)
    return { won: status === 200, words: body.detail ?? '' }
  }

const overDiscord =
  (account: string): Claimer['claim'] =>
  async (ticket, thread) => {
    const seen = await world.discord.as(account).clickButton({ channel: thread, label: 'Claim' })
    expect(seen.kind).toBe('ephemeral')
    return {
      won: seen.text.includes(`#${ticket.number}`) && !seen.text.includes('already'),
      words: seen.text,
    }
  }

test(`of ${2 * each} simultaneous claims over Discord and the API exactly one wins, ${rounds} times`, async () => {
  const winners = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const title = `Claim race ${randomBytes(3).toString('hex')}`
    await world.api().post('/api/tickets', { title, description: 'The printer is broken.' })
    const thread = await waitFor(
      () => (world.thread(title)?.text.includes('[Claim]') ? world.thread(title) : undefined),
      {
        what: 'the card',
        timeoutMs: 30_000,
      },
    )
    const ticket = await world.ticket(title)
    const results = await Promise.all(
      claimers.map(async (one) => ({ name: one.name, ...(await one.claim(ticket, thread.id)) })),
    )
    const [winner, ...others] = results.filter(({ won }) => won)
    expect(others).toEqual([])
    expect(winner).toBeDefined()
    winners.add(winner?.name ?? '')
    const refused = results.filter(({ won }) => !won)
    expect(refused).toHaveLength(2 * each - 1)
    for (const { words } of refused)
      expect(words).toMatch(new RegExp(`^(${winner?.name} has already claimed #${ticket.number}\\.)`))
    const after = await world.ticket(title)
    expect(after.history.filter(({ action }) => action === 'claimed')).toHaveLength(1)
    expect(after.assignee?.name).toBe(winner?.name)
  }
  console.log(`${rounds} races were won by ${winners.size} different people`)
})
