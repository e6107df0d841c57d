import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TicketView } from '../../core/tickets/ticket-view.ts'
import type { TriageReport } from '../../core/triage/models/model-view.ts'
import { type TrainingState, trainingStateId } from '../../core/triage/models/training-state.ts'
import type { TriageModel } from '../../core/triage/models/triage-model.ts'
import { fileResolved } from '../support/resolved-tickets.ts'
import { createWorld, type World } from '../support/story-world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld({ withGemini: false })
  await world.connected()
})
afterAll(() => world?.close())

const patience = { timeout: 240_000, interval: 100 }
const report = async () => (await world.api().get<TriageReport>('/api/triage')).body
const train = () => world.api().post('/api/triage/training', {})
const inUse = async () => (await report()).models.find(({ isInUse }) => isInUse)?.number
const models = () => world.database.collection<TriageModel>('triageModels').find().toArray()
const state = () => world.database.collection<TrainingState>('trainings').findOne({ _id: trainingStateId })

async function triagedBy(title: string) {
  const api = world.api()
  const { body } = await api.post<{ ticket: TicketView }>('/api/tickets', {
    title,
    description: 'Please help.',
  })
  const triage = async () =>
    (await api.get<{ ticket: TicketView }>(`/api/tickets/${body.ticket.id}`)).body.ticket.triage
  await expect.poll(async () => (await triage()).state, patience).toBe('done')
  return triage()
}

test('killed in the middle of a training: the model in use stays, and the training begins again', async () => {
  await fileResolved(
    { tickets: { collection: world.database.collection('tickets') } } as never,
    8_000,
    undefined,
    1_001,
  )
  await train()
  await expect.poll(inUse, patience).toBe(1)

  await train()
  await expect.poll(async () => (await report()).training.state, patience).toBe('running')
  await world.desk().kill()
  expect(await state()).toMatchObject({ askedAt: expect.any(Date), attempts: 1, lastNumber: 1 })
  expect(await models()).toHaveLength(1)

  await world.restart()
  expect(await inUse()).toBe(1)
  expect(await triagedBy('My frobnicator forgets names')).toMatchObject({ engine: 'local', model: '1' })
  await expect.poll(inUse, patience).toBe(2)
  expect(await state()).toMatchObject({ askedAt: null, attempts: 0, outcome: 'in use', lastNumber: 2 })
  expect(await world.database.collection('triageModels.files').countDocuments()).toBe(2)
})
