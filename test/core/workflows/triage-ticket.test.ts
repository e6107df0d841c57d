import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../../core/ids.ts'
import { noBudget } from '../../../core/triage/gemini/budget.ts'
import { createGeminiCircuit } from '../../../core/triage/gemini/circuit.ts'
import type { Worker } from '../../../core/workflows/worker.ts'
import { answers, hangs } from '../../../local/gemini/behaviours.ts'
import { startGemini } from '../../../local/gemini/gemini.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { triage } from '../../support/run-workflows.ts'
import { newTicketOf } from '../../support/ticket-fixture.ts'
import { waitFor } from '../../support/wait-for.ts'

const hourMs = 3_600_000
const good = {
  category: 'Hardware',
  priority: 'high',
  summary: 'The printer burns.',
  skills: [],
  notes: '',
  confidence: 0.9,
  reasons: ['smoke'],
}

let at: DeskInProcess
let gemini: Awaited<ReturnType<typeof startGemini>>
beforeAll(async () => {
  at = await deskInProcess()
  gemini = await startGemini()
  gemini.usually(answers(good))
})
afterAll(async () => {
  await gemini.close()
  await at.close()
})

/** Triages a ticket of which an earlier attempt noted this before the desk was killed. */
async function triagedAfter(earlier: { startedAt: Date; askedMs?: number }) {
  const fresh = newTicketOf({ _id: newId(), number: await at.desk.nextNumber() })
  const effects = [{ queue: 'triage' as const, kind: 'triage' as const }]
  const { ticket } = await at.desk.tickets.insert({
    ...fresh,
    effects,
    triage: { ...fresh.triage, state: 'pending', ...earlier },
  })
  const settings = {
    ...{ apiKey: gemini.apiKey, model: 'gemini-3.5-flash-lite', baseUrl: gemini.url },
    ...{ circuit: createGeminiCircuit(), budget: noBudget },
  }
  await triage({ desk: at.desk, gemini: settings } as unknown as Worker, ticket._id)
  return (await at.desk.tickets.find(ticket._id))?.triage
}

test('an hour in which no desk was running is not Gemini’s', async () => {
  const startedAt = new Date(Date.now() - hourMs)
  expect(await triagedAfter({ startedAt, askedMs: 1_500 })).toMatchObject({
    state: 'done',
    engine: 'gemini',
    fallback: null,
  })
})

test('neither is it for a ticket that was stored by an earlier version', async () => {
  expect(await triagedAfter({ startedAt: new Date(Date.now() - hourMs) })).toMatchObject({ engine: 'gemini' })
})

test('time in which Gemini was asked counts over restarts', async () => {
  expect(await triagedAfter({ startedAt: new Date(), askedMs: 14_500 })).toMatchObject({
    engine: 'local',
    fallback: 'Gemini did not answer in time',
  })
})

test('an attempt is noted before Gemini is asked, so that kills without end end', async () => {
  gemini.usually(hangs(500))
  const later = expect(triagedAfter({ startedAt: new Date(), askedMs: 3_000 })).rejects.toThrow(
    'called later',
  )
  const noted = () =>
    at.database.tickets.countDocuments({ 'triage.state': 'pending', 'triage.askedMs': 4_500 })
  await waitFor(async () => (await noted()) === 1, { what: 'the note' })
  await later
})
