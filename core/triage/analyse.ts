import pTimeout from 'p-timeout'
import type { Lists } from '../catalog/catalog.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { analyseWithGemini, type GeminiSettings } from './gemini/analyse-with-gemini.ts'
import type { Budget } from './gemini/budget.ts'
import type { GeminiCircuit } from './gemini/circuit.ts'
import { costOf } from './gemini/cost.ts'
import { GeminiFailure } from './gemini/gemini-failure.ts'
import { hideSecrets } from './hide-secrets.ts'
import { analyseLocally } from './local/analyse-locally.ts'
import type { LoadedModel } from './models/current-model.ts'
import type { Proposal } from './proposal.ts'
import type { SimilarAtTriage } from './similar/similar-at-triage.ts'

/** How long triage of one ticket may wait for Gemini, whatever Gemini does. Downtime of the desk does not count. */
export const triageDeadlineMs = 15_000
const oneCallMs = 8_000
/** With less time left than this, another call is unlikely to finish. */
const worthTryingMs = 1_500

/** A proposal, or when to try again. A retry is only asked for if Gemini wants one and enough time is left. */
export type Analysed = { proposal: Proposal } | { retryAfterMs: number }

/** The Gemini settings, with the circuit breaker and the monthly budget that limit calls. */
export type Gemini = GeminiSettings & { circuit: GeminiCircuit; budget: Budget }

type Words = Pick<Ticket, 'title' | 'description' | 'urgency' | 'fields'>
type Known = { model?: LoadedModel | null; resolved?: SimilarAtTriage['resolved'] }

/**
 * Analyses a ticket with Gemini. Falls back to the local engine without a key, on a failure or when time runs out.
 * Secrets are hidden from both engines, so neither can repeat one.
 * @param gemini null when no key is configured
 * @param offered the lists to choose from
 * @param leftMs what is left until the ticket's triage deadline
 * @param known.model what the local engine has learned; null: its built-in rules and examples
 * @param known.resolved similar tickets that are resolved, to show to Gemini
 */
export async function analyse(
  ticket: Words,
  gemini: Gemini | null,
  offered: Lists,
  leftMs: number,
  { model = null, resolved = [] }: Known = {},
): Promise<Analysed> {
  const { words, secrets } = await hideSecrets(ticket)
  const locally = (fallback: string | null): Analysed => ({
    proposal: {
      ...analyseLocally(words, offered, model),
      ...{ engine: 'local', model: model && String(model.number), fallback, secrets, usage: null },
    },
  })
  if (!gemini) return locally(null)
  if (leftMs < worthTryingMs) return locally('Gemini did not answer in time')
  if (await gemini.budget.isSpent()) return locally('the budget for Gemini is spent for this month')
  try {
    const { analysis, usage } = await askGemini(gemini, words, { offered, leftMs, resolved })
    return {
      proposal: { ...analysis, engine: 'gemini', model: gemini.model, fallback: null, secrets, usage },
    }
  } catch (error) {
    const failure =
      error instanceof GeminiFailure ? error : new GeminiFailure('Gemini answered something unreadable')
    const { retryAfterMs } = failure
    if (retryAfterMs !== undefined && retryAfterMs + worthTryingMs < leftMs) return { retryAfterMs }
    return locally(failure.message)
  }
}

/** Asks Gemini once, and counts what it costs. @throws GeminiFailure, also when no answer comes within `leftMs` */
async function askGemini(
  gemini: Gemini,
  words: Words,
  { offered, leftMs, resolved }: { offered: Lists; leftMs: number; resolved: SimilarAtTriage['resolved'] },
) {
  const begun = Date.now()
  const { analysis, tokens } = await pTimeout(
    gemini.circuit.ask(() =>
      analyseWithGemini(gemini, words, offered, Math.min(oneCallMs, leftMs), resolved),
    ),
    { milliseconds: leftMs, message: new GeminiFailure('Gemini did not answer in time') },
  )
  const usage = tokens && { ...tokens, ms: Date.now() - begun, cost: costOf(tokens, gemini.prices) }
  if (usage?.cost) await gemini.budget.spend(usage.cost)
  return { analysis, usage }
}
