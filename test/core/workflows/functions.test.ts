import { Inngest } from 'inngest'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { createDeliveryStore } from '../../../core/notifications/deliveries/delivery-store.ts'
import type { OutboxQueue } from '../../../core/outbox/entry.ts'
import { createFunctions } from '../../../core/workflows/functions.ts'
import { pipelinesOf } from '../../../core/workflows/pipelines.ts'
import type { Worker } from '../../../core/workflows/worker.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { newTicketOf } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
let worker: Worker
const relayed: { document: string; except: readonly OutboxQueue[] | undefined }[] = []
const mails: string[] = []
const sent: { name: string; data: unknown }[] = []

beforeAll(async () => {
  at = await deskInProcess()
  worker = {
    desk: { ...at.desk, relay: (_, { _id }, except) => relayed.push({ document: _id, except }) },
    deliveries: createDeliveryStore(at.database),
    mailer: {
      send: async ({ subject }: { subject: string }) => {
        mails.push(subject)
        return 'accepted'
      },
    } as never,
    slack: null,
    discord: null,
    gemini: null,
    appUrl: 'https://desk.example',
  }
  await at.somebody('moderator', { name: 'Max Moe', onDuty: true })
})
beforeEach(() => {
  for (const seen of [relayed, mails, sent]) seen.length = 0
})
afterAll(() => at.close())

const inngest = new Inngest({ id: 'deskbridge', eventKey: 'none' })
vi.spyOn(inngest, 'send').mockImplementation(async (events) => {
  sent.push(...(events as typeof sent))
  return { ids: [] }
})

const file = async () => {
  const effects = [{ queue: 'triage', kind: 'triage' } as const]
  const fresh = newTicketOf({ _id: newId(), number: await at.desk.nextNumber(), effects })
  return (await at.desk.tickets.insert(fresh)).ticket._id
}

type Handler = (context: unknown) => Promise<unknown>
const handlerOf = (id: string) => {
  const functions = createFunctions(inngest, worker) as unknown as { id(): string; fn: Handler }[]
  return functions.find((one) => one.id() === id)?.fn as Handler
}

/** Runs each step as Inngest does on its first attempt. */
async function run(id: string, documents: string[]) {
  const steps: string[] = []
  const step = {
    run: (name: string, work: () => Promise<unknown>) => {
      steps.push(name)
      return work()
    },
  }
  const event = { id: 'e1', name: 'deskbridge/ticket.changed', data: { documents, queues: { triage: true } } }
  const output = await handlerOf(id)({ event, step, attempt: 0 }).catch((error: Error) => error)
  return { steps, output }
}

test('one run triages, assigns and sends the mail, and sends itself no events', async () => {
  const tickets = [await file(), await file()]
  const { steps, output } = await run('triage-ticket', tickets)
  expect(steps).toEqual(['triage tickets', 'choose assignees', 'send mail'])
  expect(output).toMatchObject({ handled: 6 })
  expect(mails).toHaveLength(2)
  expect(sent).toEqual([])
  expect(new Set(relayed.map(({ except }) => except?.join()))).toEqual(new Set(['assign,mail', 'mail']))
})

test('when one ticket fails, the others go on in a run of their own', async () => {
  const [triaged, held] = [await file(), await file()]
  const lease = { by: 'another process', until: new Date(Date.now() + 60_000) }
  await at.database.tickets.collection.updateOne(
    { _id: held as never },
    { $set: { leases: { triage: lease } } },
  )
  const { steps, output } = await run('triage-ticket', [triaged, held])
  expect(steps).toEqual(['triage tickets'])
  expect(output).toMatchObject({ name: 'RetryAfterError' })
  expect(sent).toMatchObject([
    { name: 'deskbridge/ticket.changed', data: { documents: [triaged, held], queues: { assign: true } } },
  ])
  expect((await run('assign-tickets', [triaged, held])).output).toMatchObject({ handled: 2 })
  expect(mails).toHaveLength(1)
})

test('a chat has a function only where it is configured', () => {
  const idsOf = (more: Partial<Worker>) => pipelinesOf({ ...worker, ...more }).map(({ id }) => id)
  expect(idsOf({})).toEqual(['triage-ticket', 'assign-tickets', 'send-mail', 'fetch-files', 'maintenance'])
  expect(idsOf({ slack: {} as never, discord: {} as never })).toHaveLength(7)
  expect(idsOf({ slack: { moderators: {} } as never })).toContain('deliver-to-moderators')
})

test('with Gemini each triaged ticket continues in a run of its own', () => {
  const stepsWith = (gemini: Worker['gemini']) =>
    pipelinesOf({ ...worker, gemini })[0]?.workflows.map(({ queue }) => queue)
  expect(stepsWith(null)).toEqual(['triage', 'assign', 'mail'])
  expect(stepsWith({} as never)).toEqual(['triage'])
})
