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
 * A circuit breaker: tickets don't wait for a Gemini that is down. It opens for 30 s after five outages in a row, and
 * for five minutes when Gemini refuses the key or the quota is spent. Then a single ticket tries again.
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
