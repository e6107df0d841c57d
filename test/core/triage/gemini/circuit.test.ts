import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createGeminiCircuit } from '../../../../core/triage/gemini/circuit.ts'
import { GeminiFailure, type GeminiFailureKind } from '../../../../core/triage/gemini/gemini-failure.ts'

const failing = (kind: GeminiFailureKind) => () => Promise.reject(new GeminiFailure(`of kind ${kind}`, kind))
const failed = (circuit: ReturnType<typeof createGeminiCircuit>, kind: GeminiFailureKind) =>
  circuit.ask(failing(kind)).catch((error: GeminiFailure) => error.kind)

test('one refusal is enough, for all tickets, and the reason is told', async () => {
  const circuit = createGeminiCircuit()
  expect(circuit.problem()).toBeNull()
  expect(await failed(circuit, 'refusal')).toBe('refusal')
  expect(circuit.problem()).toBe('of kind refusal')
  await expect(circuit.ask(async () => 'asked')).rejects.toMatchObject({
    message: 'of kind refusal',
    kind: 'paused',
  })
})

test('so are five outages in a row, and none that a success interrupts', async () => {
  const circuit = createGeminiCircuit()
  for (let count = 0; count < 4; count++) await failed(circuit, 'outage')
  expect(await circuit.ask(async () => 'asked')).toBe('asked')
  for (let count = 0; count < 5; count++) expect(await failed(circuit, 'outage')).toBe('outage')
  expect(await failed(circuit, 'outage')).toBe('paused')
})

test('bad answers and limits pause nothing', async () => {
  const circuit = createGeminiCircuit()
  for (let count = 0; count < 10; count++)
    for (const kind of ['answer', 'limit'] as const) expect(await failed(circuit, kind)).toBe(kind)
  expect(circuit.problem()).toBeNull()
})

test('after the pause one ticket tries, and then all are asked again', async () => {
  const circuit = createGeminiCircuit({ refusalMs: 50 })
  await failed(circuit, 'refusal')
  await sleep(60)
  expect(await circuit.ask(async () => 'asked')).toBe('asked')
  expect(circuit.problem()).toBeNull()
})
