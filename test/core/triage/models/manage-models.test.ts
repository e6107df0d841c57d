import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  askForTraining,
  reportTriage,
  useModel,
  useRulesAlone,
} from '../../../../core/triage/models/manage-models.ts'
import { trainIfDue } from '../../../../core/triage/models/start-training.ts'
import { personOf } from '../../../../core/users/user.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../../../support/desk-in-process.ts'
import { newTicketOf } from '../../../support/ticket-fixture.ts'
import { triageModelOf } from '../../../support/triage-model-fixture.ts'

let at: DeskInProcess
let admin: Known
beforeEach(async () => {
  at = await deskInProcess()
  admin = await at.somebody('admin')
})
afterEach(() => at?.close())

const origin = { surface: 'web', address: null, agent: null } as const
const file = new Uint8Array(9)
const never = new AbortController().signal

test('what an admin asks for is trained once, by any worker, and stands in the audit log', async () => {
  const { desk } = at
  await askForTraining(desk, admin.user, origin)
  await askForTraining(desk, admin.user, origin)
  expect((await reportTriage(desk, admin.user)).training).toMatchObject({ state: 'waiting', outcome: null })
  await trainIfDue(desk, () => Promise.reject(new Error('not needed')), never)
  expect((await reportTriage(desk, admin.user)).training).toMatchObject({
    state: 'idle',
    outcome: 'too few tickets',
  })
  const audited = await desk.audit.list({ limit: 10, action: 'triage-training-asked' })
  expect(audited).toHaveLength(1)
})

test('a request that ended its process three times is given up', async () => {
  const { desk } = at
  await askForTraining(desk, admin.user, origin)
  for (let killed = 0; killed < 3; killed++) await desk.triageModels.begin()
  await trainIfDue(desk, () => Promise.reject(new Error('not tried')), never)
  expect((await reportTriage(desk, admin.user)).training).toMatchObject({ state: 'idle', outcome: 'failed' })
})

test('an admin goes back to an older version', async () => {
  const { desk } = at
  const [older, newer] = [
    triageModelOf(1, { usedSince: new Date(1) }),
    triageModelOf(2, { usedSince: new Date(2) }),
  ]
  for (const model of [older, newer]) await desk.triageModels.insert(model, file)
  expect(await useModel(desk, admin.user, older._id, origin)).toMatchObject({ number: 1, isInUse: true })
  expect((await reportTriage(desk, admin.user)).models).toMatchObject([
    { number: 2, isInUse: false },
    { number: 1, isInUse: true },
  ])
  await expect(useModel(desk, admin.user, 'f'.repeat(24), origin)).rejects.toThrow('version')
})

test('an admin goes back to the rules alone, until an admin chooses a version', async () => {
  const { desk } = at
  const model = triageModelOf(1, { usedSince: new Date(1) })
  await desk.triageModels.insert(model, file)
  await useRulesAlone(desk, admin.user, origin)
  expect(await reportTriage(desk, admin.user)).toMatchObject({
    models: [{ number: 1, isInUse: false }],
    rulesAlone: { by: personOf(admin.user) },
  })
  expect(await desk.triageModels.inUse()).toBeNull()
  await useModel(desk, admin.user, model._id, origin)
  expect(await reportTriage(desk, admin.user)).toMatchObject({
    models: [{ number: 1, isInUse: true }],
    rulesAlone: null,
  })
  const audited = await desk.audit.list({ limit: 10, action: 'triage-model-used' })
  expect(audited.map(({ about }) => about?.name)).toEqual(['model 1', 'the built-in rules and examples'])
})

test('a version that can’t be read leaves the rules', async () => {
  const { desk } = at
  await desk.triageModels.insert(triageModelOf(1, { usedSince: new Date(1) }), file)
  expect(await desk.triageModels.current()).toBeNull()
})

test('what people corrected is counted by engine and version', async () => {
  const { desk } = at
  const triage = {
    ...newTicketOf().triage,
    state: 'done' as const,
    engine: 'local' as const,
    model: '12',
    proposed: { category: 'Hardware', priority: 'low' as const, skills: [] },
    at: desk.now(),
  }
  const tickets = [
    { ...triage, corrected: ['category' as const, 'assignee' as const] },
    triage,
    { ...triage, abstained: true, corrected: ['category' as const] },
    { ...triage, model: null, proposed: { priority: 'low' as const } },
    { ...triage, at: new Date(0) },
  ]
  for (const [index, one] of tickets.entries())
    await desk.tickets.insert(newTicketOf({ _id: `${index}`.repeat(24), number: index + 1, triage: one }))
  expect((await reportTriage(desk, admin.user)).corrections.last30Days).toEqual([
    {
      ...{ engine: 'local', model: '12', tickets: 3, abstained: 1 },
      proposed: { category: 2, priority: 3, skills: 3 },
      corrected: { category: 1, priority: 0, skills: 0, assignee: 1 },
    },
    {
      ...{ engine: 'local', model: null, tickets: 1, abstained: 0 },
      proposed: { category: 0, priority: 1, skills: 0 },
      corrected: { category: 0, priority: 0, skills: 0, assignee: 0 },
    },
  ])
})

test('a category that somebody changes by the API is noted for staff, and not shown to the requester', async () => {
  const { desk } = at
  const ann = await at.somebody('user')
  const proposed = { category: 'Hardware', priority: 'low' as const, skills: [] }
  const { ticket } = await desk.tickets.insert(
    newTicketOf({
      requester: personOf(ann.user),
      category: 'Hardware',
      triage: { ...newTicketOf().triage, state: 'done', engine: 'local', proposed, at: desk.now() },
    }),
  )
  const path = `/api/tickets/${ticket._id}`
  type Answer = { ticket: { version: number; triage: object } }
  const changed = await admin.api.call<Answer>('PUT', path, { version: 1, category: 'HR' })
  expect(changed.body.ticket.triage).toMatchObject({ proposed, corrected: ['category'] })
  const seen = await ann.api.get<Answer>(path)
  expect(seen.body.ticket.triage).not.toHaveProperty('corrected')
  const back = { version: changed.body.ticket.version, category: 'Hardware' }
  expect((await admin.api.call<Answer>('PUT', path, back)).body.ticket.triage).toMatchObject({
    corrected: [],
  })
})
