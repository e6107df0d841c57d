import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
  wrap,
} from 'cockatiel'
import { GeminiFailure, type GeminiFailureKind } from './gemini-failure.ts'

const failuresInARow = 5

/**
 * Spares tickets the wait for a Gemini that does not work: it isn't asked for half a minute after five outages in a row,
 * nor for five minutes once it refuses the key or the quota is spent. Then one ticket tries.
 */
export function createGeminiCircuit({ outageMs = 30_000, refusalMs = 5 * 60_000 } = {}) {
  const outages = circuitBreaker(handleWhen(isA('outage')), {
    halfOpenAfter: outageMs,
    breaker: new ConsecutiveBreaker(failuresInARow),
  })
  const refusals = circuitBreaker(handleWhen(isA('refusal')), {
    halfOpenAfter: refusalMs,
    breaker: new ConsecutiveBreaker(1),
  })
  const breakers = [refusals, outages]
  let reason = ''
  for (const breaker of breakers)
    breaker.onBreak((cause) => {
      if ('error' in cause && cause.error instanceof Error) reason = cause.error.message
    })
  const both = wrap(...breakers)

  return {
    /** @throws GeminiFailure what the task throws, or at once while Gemini isn't asked */
    ask: <T>(task: () => Promise<T>): Promise<T> =>
      both.execute(task).catch((error: unknown) => {
        throw isBrokenCircuitError(error) ? new GeminiFailure(reason, 'paused') : error
      }),
    /** Why Gemini isn't asked now; null: it is. */
    problem: (): string | null => (breakers.some(({ state }) => state === CircuitState.Open) ? reason : null),
  }
}

export type GeminiCircuit = ReturnType<typeof createGeminiCircuit>

const isA = (kind: GeminiFailureKind) => (error: unknown) =>
  error instanceof GeminiFailure && error.kind === kind
