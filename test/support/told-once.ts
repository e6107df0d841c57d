import { expect } from 'vitest'
import { people, type World } from './story-world.ts'
import { waitFor } from './wait-for.ts'

const occurrences = (text: string, part: string) => text.split(part).length - 1

/** Waits until a ticket is triaged, assigned to Max and told, with nothing pending any more. */
export async function settled(world: World, titles: string[], timeoutMs = 60_000) {
  await waitFor(
    async () => {
      const { pending } = await world.health()
      if (pending.documents > 0) return false
      const tickets = await Promise.all(titles.map((title) => world.ticket(title)))
      return tickets.every((ticket) => ticket.triage.state === 'done' && ticket.assignee)
    },
    { what: `${titles.length} tickets to be triaged, assigned and told`, timeoutMs, everyMs: 200 },
  )
}

/** One ticket, one thread, one card, one direct message, one mail; each step of its life once. */
export async function expectToldOnce(world: World, title: string, { inSlack = true } = {}) {
  const { number, history } = await world.ticket(title)
  expect(await world.database.collection('tickets').countDocuments({ title })).toBe(1)
  expect(world.discord.threads().filter((thread) => thread.name.includes(title))).toHaveLength(1)
  expect(
    world.thread(title)?.messages.filter((message) => JSON.stringify(message).includes('Triaged by')),
  ).toHaveLength(1)
  if (inSlack)
    expect(
      world.slack.dmOf(people.ada.slack).filter((message) => message.shown.includes(title)),
    ).toHaveLength(1)
  expect(occurrences(world.discord.as(people.max.discord).dm(), `Assigned to you: #${number} `)).toBe(1)
  expect(await world.mailsTo(people.max.email, new RegExp(`Assigned to you: #${number} `))).toHaveLength(1)
  expect(history.map(({ action }) => action)).toEqual(['opened', 'triaged', 'assigned'])
}
