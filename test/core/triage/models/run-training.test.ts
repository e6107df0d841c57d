import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Desk } from '../../../../core/desk.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import { runTraining } from '../../../../core/triage/models/run-training.ts'
import { trainInThread } from '../../../../core/triage/models/train-in-thread.ts'
import type { TriageModel } from '../../../../core/triage/models/triage-model.ts'
import type { Worker } from '../../../../core/workflows/worker.ts'
import { categoriesOfJargon, fileResolved, newTicketAbout } from '../../../support/resolved-tickets.ts'
import { triage } from '../../../support/run-workflows.ts'
import { twoDesks } from '../../../support/two-desks.ts'

let world: Awaited<ReturnType<typeof twoDesks>>
beforeEach(async () => {
  world = await twoDesks()
})
afterEach(() => world?.close())

const train = (desk: Desk = world.one.desk) => runTraining(desk, trainInThread, { by: null })
const numberInUse = async (desk: Desk) => (await desk.triageModels.current())?.number
const worker = (desk: Desk) => ({ desk, gemini: null }) as Worker

let numbers = 10_000
/** A new ticket, as triage on that desk leaves it. */
async function triaged(desk: Desk, title: string) {
  const { ticket } = await desk.tickets.insert(newTicketAbout(title, ++numbers))
  await triage(worker(desk), ticket._id)
  return (await desk.tickets.find(ticket._id)) as Ticket
}

test('too few resolved tickets teach nothing', async () => {
  await fileResolved(world.one.database, 49)
  expect(await train()).toEqual({ outcome: 'too few tickets', model: null })
  expect(await world.one.desk.triageModels.current()).toBeNull()
})

test('what people resolved is proposed by every process', async () => {
  const { one, other } = world
  expect(await triaged(one.desk, 'My frobnicator forgets names')).toMatchObject({
    triage: { engine: 'local', model: null },
  })
  await fileResolved(one.database, 600)
  const run = await train()
  expect(run).toMatchObject({
    outcome: 'in use',
    model: {
      number: 1,
      figures: { rows: 600, heldOut: 120 },
      comparison: { with: null, tickets: 120, isWorse: false },
    },
  })
  expect(run?.model?.figures.accuracy).toBeGreaterThan(0.9)
  for (const { desk } of [one, other]) {
    await expect.poll(() => numberInUse(desk)).toBe(1)
    expect(await triaged(desk, 'My frobnicator forgets names')).toMatchObject({
      category: 'Software',
      triage: { engine: 'local', model: '1', proposed: { category: 'Software' } },
    })
  }
  expect(await triaged(one.desk, 'The string between the tin cans broke')).toMatchObject({
    category: 'Network',
    skills: ['Telephony'],
  })
})

test('a later model replaces it in every process', async () => {
  const { one, other } = world
  await fileResolved(one.database, 60)
  await train(one.desk)
  for (const { desk } of [one, other]) await expect.poll(() => numberInUse(desk)).toBe(1)
  await train(other.desk)
  for (const { desk } of [one, other]) await expect.poll(() => numberInUse(desk)).toBe(2)
})

test('a model that is worse than the one in use is kept, but not used', async () => {
  const { desk, database } = world.one
  await fileResolved(database, 200)
  await train()
  // Somebody, or a program, has put many tickets anywhere.
  const anywhere = (ticket: Ticket) => ({
    ...ticket,
    category: categoriesOfJargon[(ticket.number * 7) % 4] ?? null,
  })
  await database.tickets.deleteMany({})
  await fileResolved(database, 200, anywhere)
  expect(await train()).toMatchObject({
    outcome: 'not used',
    model: { number: 2, usedSince: null, comparison: { with: 1, isWorse: true } },
  })
  expect(await desk.triageModels.state()).toMatchObject({ outcome: 'not used', attempts: 0 })
  await expect.poll(() => numberInUse(desk)).toBe(1)
})

test('a model that guesses is worse than the rules', async () => {
  const { desk, database } = world.one
  const known = [
    'The printer is out of toner',
    'VPN drops every hour',
    'My payslip is wrong',
    'Outlook has no calendar',
  ]
  const categories = ['Hardware', 'Network', 'HR', 'Email']
  await fileResolved(database, 60, (ticket) => ({
    ...ticket,
    // the older ones were put anywhere, the newest are right
    title: known[ticket.number % 4] ?? '',
    description: `It is number ${ticket.number}.`,
    category: categories[ticket.number > 45 ? ticket.number % 4 : (ticket.number + 1) % 4] ?? null,
  }))
  expect(await train()).toMatchObject({ outcome: 'not used', model: { comparison: { with: null } } })
  expect(await desk.triageModels.current()).toBeNull()
})

test('no training ends an admin’s choice of the rules alone', async () => {
  const { desk, database } = world.one
  await fileResolved(database, 60)
  await train()
  await expect.poll(() => numberInUse(desk)).toBe(1)
  await desk.triageModels.useRules({ id: 'a'.repeat(24), name: 'Ines Okafor' })
  expect(await train()).toMatchObject({
    outcome: 'rules alone',
    model: { number: 2, usedSince: null, comparison: { with: null, isWorse: false } },
  })
  await expect.poll(() => numberInUse(desk)).toBeUndefined()
})

test('the priorities that people give are learned, and what was learned itself teaches nothing', async () => {
  const { desk, database } = world.one
  const proposed = { priority: 'medium' as const }
  const corrected = (ticket: Ticket): Ticket => ({
    ...ticket,
    priority: ticket.title.startsWith('frobnicator') ? 'high' : 'medium',
    triage: { ...ticket.triage, state: 'done', proposed, corrected: ['priority'] },
  })
  const leftToItself = (ticket: Ticket): Ticket => ({
    ...ticket,
    priority: 'low',
    triage: { ...ticket.triage, state: 'done', proposed: { priority: 'low' }, learnedPriority: true },
  })
  await fileResolved(database, 200, corrected)
  await fileResolved(database, 100, leftToItself, 1_001)
  const { model } = (await train()) ?? {}
  expect(model?.priorityFigures).toMatchObject({ rows: 200, isUsed: true })
  await expect.poll(() => numberInUse(desk)).toBe(1)
  const { priority, triage: why } = await triaged(desk, 'My frobnicator forgets names')
  expect(priority).toBe('high')
  expect(why).toMatchObject({ learnedPriority: true, proposed: { priority: 'high' } })
  expect(why.reasons).toContain('similar tickets had this priority')
})

test('of two processes one trains', async () => {
  await fileResolved(world.one.database, 60)
  const runs = await Promise.all([train(world.one.desk), train(world.other.desk)])
  expect(runs.filter((run) => run === null)).toHaveLength(1)
  expect(await world.one.desk.triageModels.list()).toHaveLength(1)
})

test('keeps the five newest, and the one in use', async () => {
  const { desk, database } = world.one
  await fileResolved(database, 60)
  const share = { rows: 60, heldOut: 12, accuracy: 0.5, macroF1: 0.5, coverageAt90: 0, calibrationError: 0 }
  for (const isWorse of [false, true, true, true, true, true, true])
    await runTraining(
      desk,
      async () => ({
        file: new Uint8Array(3_000_000),
        figures: { ...share, seconds: 1 },
        comparison: { with: null, tickets: 12, accuracy: 0.5, otherAccuracy: 0.5, isWorse },
      }),
      { by: null },
    )
  expect((await desk.triageModels.list()).map(({ number }) => number)).toEqual([7, 6, 5, 4, 3, 1])
  expect(await database.connection.db?.collection('triageModels.files').countDocuments()).toBe(6)
})

test('a training that fails or is cut off leaves what was in use, and nothing half', async () => {
  const { desk, database } = world.one
  await fileResolved(database, 60)
  const first = await train()
  const failing = runTraining(
    desk,
    async () => {
      throw new Error('out of memory')
    },
    { by: null },
  )
  await expect(failing).rejects.toThrow('out of memory')
  expect(await desk.triageModels.state()).toMatchObject({ outcome: 'failed' })
  // bytes without a version, as a kill between the two writes leaves them
  const sameNumber = { ...(first?.model as TriageModel), _id: 'f'.repeat(24) }
  await expect(desk.triageModels.insert(sameNumber, new Uint8Array(9))).rejects.toThrow()
  expect(await desk.triageModels.list()).toHaveLength(1)
  await expect.poll(() => numberInUse(desk)).toBe(1)
  await train()
  expect(await database.connection.db?.collection('triageModels.files').countDocuments()).toBe(2)
})

test('the engine learns nothing from its own guesses, but from what people chose instead', async () => {
  const { desk, database } = world.one
  const abstained = (ticket: Ticket) => ({
    ...ticket,
    triage: {
      ...ticket.triage,
      state: 'done' as const,
      abstained: true,
      ...(ticket.number % 2 === 0 ? { corrected: ['category' as const] } : {}),
    },
  })
  await fileResolved(database, 100, abstained)
  expect(await desk.tickets.countResolved(1_000)).toBe(50)
})
