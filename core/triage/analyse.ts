import type { Lists } from '../catalog/catalog.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { analyseWithGemini, type GeminiSettings } from './gemini/analyse-with-gemini.ts'
import { GeminiFailure } from './gemini/gemini-failure.ts'
import { analyseLocally } from './local/analyse-locally.ts'
import type { Proposal } from './proposal.ts'

/** From the first look at a ticket to a proposal, whatever Gemini does. */
export const triageDeadlineMs = 15_000
const oneCallMs = 8_000
/** With less than this left another call would hardly be answered. */
const worthTryingMs = 1_500

/** A proposal, or the wish to be asked again: Gemini will answer later and there is time to wait for it. */
export type Analysed = { proposal: Proposal } | { retryAfterMs: number }

/**
 * Gemini if it answers well in time, the local engine otherwise.
 * @param gemini null when no key is configured
 * @param offered the lists to choose from
 * @param leftMs how much of the ticket's deadline is left
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
