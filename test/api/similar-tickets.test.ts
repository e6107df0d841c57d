import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import type { SimilarView } from '../../core/triage/similar/similar-view.ts'
import type { Worker } from '../../core/workflows/worker.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { triage } from '../support/run-workflows.ts'

let at: DeskInProcess
let ann: Known
let bob: Known
let max: Known
beforeAll(async () => {
  at = await deskInProcess()
  ;[ann, bob, max] = await Promise.all([
    at.somebody('user'),
    at.somebody('user'),
    at.somebody('moderator', { name: 'Max Moe' }),
  ])
})
afterAll(() => at.close())

const file = async (by: Known, description: string) =>
  (
    await by.api.post<{ ticket: TicketView }>('/api/tickets', {
      title: 'The printer on the third floor jams',
      description,
    })
  ).body.ticket
const similarTo = async (reader: Known, { id }: TicketView) =>
  (await reader.api.get<{ tickets: SimilarView[] }>(`/api/tickets/${id}/similar`)).body.tickets

test('a ticket names those like it, what they were, and who solved them', async () => {
  const first = await file(ann, 'Paper is stuck in tray 2. password: Hunter2!x')
  const second = await file(bob, 'Paper is stuck in tray 2, again.')
  expect(await similarTo(max, second)).toMatchObject([
    { number: first.number, status: 'open', resolution: null, isLikelyDuplicate: true },
  ])
  expect(await similarTo(bob, second)).toEqual([])
  expect((await bob.api.get(`/api/tickets/${first.id}/similar`)).status).toBe(404)

  await max.api.post(`/api/tickets/${first.id}/claim`)
  await max.api.post(`/api/tickets/${first.id}/resolve`, { resolution: 'Cleaned **the rollers**.' })
  expect(await similarTo(max, second)).toMatchObject([
    {
      status: 'resolved',
      resolution: 'Cleaned the rollers.',
      resolvedBy: { name: 'Max Moe' },
      isLikelyDuplicate: false,
    },
  ])
})

test('triage keeps them in the record, of which nobody reads but their ids', async () => {
  const third = await file(ann, 'Paper is stuck in tray 2 once more.')
  await triage({ desk: at.desk, gemini: null } as unknown as Worker, third.id)
  const stored = await at.desk.tickets.find(third.id)
  expect(stored?.triage.similar?.map(({ similarity }) => similarity > 0.5)).toEqual([true, true])
  const { body } = await max.api.get<{ ticket: TicketView }>(`/api/tickets/${third.id}`)
  expect(body.ticket.triage).not.toHaveProperty('similar')
  expect(body.ticket.triage.language).toBe('en')
})

test('duplicates and deleted tickets are no longer named', async () => {
  const root = await at.somebody('admin')
  const fourth = await file(ann, 'Paper is stuck in tray 2, now and then.')
  const others = await similarTo(root, fourth)
  expect(others).toHaveLength(3)
  const [open] = others.filter(({ status }) => status === 'open')
  if (!open) throw new Error('None of them is open.')
  await root.api.post(`/api/tickets/${open.id}/duplicate`, { of: fourth.number })
  expect(await similarTo(root, fourth)).toHaveLength(2)
  await root.api.call('DELETE', `/api/tickets/${others.find(({ id }) => id !== open.id)?.id}`)
  expect(await similarTo(root, fourth)).toHaveLength(1)
})

test('before filing, one’s own open tickets that look alike are named, and nobody else’s', async () => {
  const [cy, di] = await Promise.all([at.somebody('user'), at.somebody('user')])
  const title = 'Badge reader at the back door beeps'
  const { number, id } = (
    await cy.api.post<{ ticket: TicketView }>('/api/tickets', { title, description: 'It beeps all day.' })
  ).body.ticket
  const ask = (who: Known, typed: string) =>
    who.api.get<{ tickets: object[] }>(`/api/look-alikes?${new URLSearchParams({ title: typed })}`)
  expect((await ask(cy, 'badge reader beeps at the door')).body).toEqual({ tickets: [{ id, number, title }] })
  expect((await ask(cy, 'The coffee machine leaks')).body).toEqual({ tickets: [] })
  expect((await ask(di, title)).body).toEqual({ tickets: [] })
  expect((await ask(max, title)).body).toEqual({ tickets: [] })
  expect((await ask(cy, ' ')).status).toBe(400)
  await max.api.post(`/api/tickets/${id}/resolve`, { resolution: 'New battery.' })
  expect((await ask(cy, title)).body).toEqual({ tickets: [] })
})
