import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import type { Priority } from '../../../core/tickets/ticket-values.ts'
import { loadWeight } from '../../../core/triage/load-weight.ts'
import { assignWaiting } from '../../support/run-workflows.ts'
import { newTicketOf } from '../../support/ticket-fixture.ts'
import { twoDesks } from '../../support/two-desks.ts'

let desks: Awaited<ReturnType<typeof twoDesks>>
beforeEach(async () => {
  desks = await twoDesks()
})
afterEach(() => desks.close())

const burst = 200

test.each<[string, Priority[], boolean]>([
  ['arriving meanwhile', ['medium'], false],
  ['of all priorities, waiting since a downtime', ['low', 'medium', 'high', 'urgent'], true],
])(
  'a burst of 200 tickets assigned by two processes, %s: none left, none twice, loads within 2',
  async (_name, given, isOver) => {
    const { one, other } = desks
    for (let index = 0; index < 12; index++)
      await one.desk.users.insert(
        {
          ...{ _id: newId(), email: `m${index}@example.com`, name: `M${index}`, role: 'moderator' },
          ...{ onDuty: true, capacity: 50 },
        },
        one.desk.now(),
      )
    const insert = async (index: number) =>
      one.desk.tickets.insert(
        newTicketOf({
          ...{
            _id: newId(),
            number: await one.desk.nextNumber(),
            priority: given[index % given.length] ?? null,
          },
          requester: { id: newId(), name: `R${index}` },
          effects: [{ queue: 'assign', kind: 'assign' }],
        }),
      )
    const arriving = (async () => {
      for (let index = 0; index < burst; index += 20)
        await Promise.all(Array.from({ length: 20 }, (_, more) => insert(index + more)))
    })()
    if (isOver) await arriving
    let isDone = false
    const assigning = [one, other].map(async (desk) => {
      while (!isDone) await assignWaiting(desk).catch(() => undefined)
    })
    await arriving
    while ((await one.database.tickets.countDocuments({ 'outbox.queue': 'assign' })) > 0)
      await assignWaiting(one).catch(() => undefined)
    isDone = true
    await Promise.all(assigning)

    const tickets = await one.database.tickets.find({}).lean()
    expect(tickets).toHaveLength(burst)
    const loads = new Map<string, number>()
    for (const { assignee, history, priority } of tickets) {
      expect(history.map(({ action }) => action)).toEqual(['opened', 'assigned'])
      const id = assignee?.id ?? 'nobody'
      loads.set(id, (loads.get(id) ?? 0) + loadWeight(priority))
    }
    expect(loads.size).toBe(12)
    expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(2)
  },
)
