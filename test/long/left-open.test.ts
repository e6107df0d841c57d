import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWorld, people, type World } from '../support/story-world.ts'
import { waitFor } from '../support/wait-for.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ withGemini: false })
  await world.connected()
})
afterAll(() => world?.close())

test('tickets filed while nobody was on duty go to whoever comes on duty, in few messages', async () => {
  const mia = await world.moderator(people.mia, { onDuty: false, skills: [], capacity: 5 })
  const titles = Array.from({ length: 7 }, (_, index) => `Monitor ${index + 1} is dark`)
  for (const title of titles)
    await world.api().post('/api/tickets', { title, description: 'It shows nothing.' })
  const tickets = () => Promise.all(titles.map((title) => world.ticket(title)))
  const actionsOf = ({ history }: { history: { action: string }[] }) => history.map(({ action }) => action)
  await waitFor(async () => (await tickets()).every((one) => actionsOf(one).includes('left open')), {
    what: 'seven tickets left open',
    timeoutMs: 60_000,
  })

  await world.api().post('/api/auth/update-user', { id: mia.id, onDuty: true })
  const mine = async () => (await tickets()).filter(({ assignee }) => assignee?.id === mia.id)
  await waitFor(async () => (await mine()).length === 5, { what: 'five assigned', timeoutMs: 40_000 })
  for (const one of await mine()) {
    expect(actionsOf(one)).toEqual(['opened', 'triaged', 'left open', 'assigned'])
    expect(one.assignment?.reason).toMatch(/^came on duty; /)
  }

  const mailsLike = async (what: RegExp) =>
    (await world.mailsTo(people.mia.email)).filter(({ subject, text }) => what.test(`${subject}\n${text}`))
  await waitFor(async () => (await mailsLike(/^Assigned to you: 2 more tickets/)).length === 1, {
    what: 'the mail about two tickets',
    timeoutMs: 90_000,
  })
  expect(await mailsLike(/^Assigned to you: #\d+ Monitor/m)).toHaveLength(3)
  await waitFor(() => world.discord.as(people.mia.discord).dm().includes('2 more tickets'), {
    what: 'the direct message',
    timeoutMs: 90_000,
  })
})
