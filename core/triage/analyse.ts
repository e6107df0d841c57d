import type { Lists } from '../catalog/catalog.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { analyseWithGemini, type GeminiSettings } from './gemini/analyse-with-gemini.ts'
import { GeminiFailure } from './gemini/gemini-failure.ts'
import { analyseLocally } from './local/analyse-locally.ts'
import type { Proposal } from './proposal.ts'

/** How long triage of one ticket may wait for Gemini, whatever Gemini does. Downtime of the desk does not count. */
export const triageDeadlineMs = 15_000
const oneCallMs = 8_000
/** With less time than this left, another call would hardly get an answer. */
const worthTryingMs = 1_500

/** A proposal, or a request to try again: Gemini asks to wait, and there is enough time left. */
export type Analysed = { proposal: Proposal } | { retryAfterMs: number }

/**
 * Analyses a ticket with Gemini. Falls back to the local engine without a key, on a failure or when time runs out.
 * @param gemini null when no key is configured
 * @param offered the lists to choose from
 * @param leftMs what is left until the ticket's triage deadline
 */
export async function analyse(
  ticket: Pick<Ticket, 'title' | 'description' | 'urgency'>,
  gemini: GeminiSettings | null,
  offered: Lists,
  leftMs: number,
): Promise<Analysed> {
  if (!gemini) return { proposal: locally(ticket, offered, null) }
  if (leftMs < worthTryingMs) return { proposal: locally(ticket, offered, 'Gemini did not answer in time') }
  try {
    const analysis = await analyseWithGemini(gemini, ticket, offered, Math.min(oneCallMs, leftMs))
    return { proposal: { ...analysis, engine: 'gemini', model: gemini.model, fallback: null } }
  } catch (error) {
    const failure =
      error instanceof GeminiFailure ? error : new GeminiFailure('Gemini answered something unreadable')
    const { retryAfterMs } = failure
    if (retryAfterMs !== undefined && retryAfterMs + worthTryingMs < leftMs) return { retryAfterMs }
    return { proposal: locally(ticket, offered, failure.message) }
  }
}

const locally = (
  ticket: Pick<Ticket, 'title' | 'description' | 'urgency'>,
  offered: Lists,
  fallback: string | null,
): Proposal => ({
  ...analyseLocally(ticket, offered),
  engine: 'local',
  model: null,
  fallback,
})
