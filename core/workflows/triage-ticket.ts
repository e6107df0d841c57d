import type { Catalog } from '../catalog/catalog.ts'
import { currentName, currentNames, offeredOf } from '../catalog/names.ts'
import type { Handled } from '../outbox/outbox.ts'
import { RetryLater } from '../provider-errors.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { analyse, triageDeadlineMs } from '../triage/analyse.ts'
import { detectLanguage } from '../triage/language/detect-language.ts'
import type { Proposal } from '../triage/proposal.ts'
import { similarAtTriage } from '../triage/similar/similar-at-triage.ts'
import { decideTriage } from '../triage/triage-decisions.ts'
import type { Worker } from './worker.ts'
import { defaultConcurrency, taskPerDocument, type Workflow } from './workflow.ts'

/** Runs after a ticket is filed. Stores its triage, and enqueues its assignment and card updates. */
export const triageTicket = (worker: Worker): Workflow => ({
  queue: 'triage',
  step: 'triage tickets',
  concurrency: defaultConcurrency,
  on: {
    tickets: taskPerDocument((id) =>
      worker.desk.tickets.outbox.drain(id, 'triage', (ticket) => triage(worker, ticket)),
    ),
  },
})

/**
 * What an attempt that was cut off counts, because nobody knows how long it took. A desk that is killed again and again
 * stops asking after ten attempts.
 */
const cutOffMs = triageDeadlineMs / 10
/** The least that an attempt counts after which Gemini asks for a pause: three use up the time. */
const oneOfThreeTriesMs = triageDeadlineMs / 3

/**
 * Analyses a ticket and stores the result. The deadline counts the time in which Gemini was asked, and the pauses that it
 * asked for. Time in which no desk was running does not count.
 * @throws RetryLater when Gemini asks for a pause and the deadline leaves time for it
 */
async function triage({ desk, gemini, triaged: report }: Worker, ticket: Ticket): Promise<Handled> {
  if (ticket.deleted || ticket.triage.state === 'done') return { result: `#${ticket.number} already triaged` }
  const begunAt = desk.now()
  const startedAt = ticket.triage.startedAt ?? begunAt
  const askedMs = ticket.triage.askedMs ?? 0
  if (gemini) await desk.tickets.noteTriage(ticket._id, startedAt, askedMs + cutOffMs)
  const offered = offeredOf(await desk.catalog.read())
  const similar = await similarAtTriage(desk, ticket)
  const analysed = await analyse(ticket, gemini, offered, triageDeadlineMs - askedMs, {
    model: await desk.triageModels.current(),
    resolved: similar.resolved,
  })
  if ('retryAfterMs' in analysed) {
    const tookMs = desk.now().getTime() - begunAt.getTime()
    const countedMs = Math.max(tookMs + analysed.retryAfterMs, oneOfThreeTriesMs)
    await desk.tickets.noteTriage(ticket._id, startedAt, askedMs + countedMs)
    throw new RetryLater('Gemini asks to be called later', analysed.retryAfterMs)
  }

  const { proposal } = analysed
  const named = withCurrentNames(proposal, await desk.catalog.read())
  const decide = decideTriage(named, {
    startedAt,
    now: desk.now(),
    ...{ similar: similar.kept, shared: similar.shared, language: await detectLanguage(ticket) },
  })
  const { priority, category } = await changeTicket(desk, ticket._id, decide, ticket)
  report?.(proposal, desk.now().getTime() - startedAt.getTime())
  return { result: `#${ticket.number} triaged: ${priority} · ${category}, ${proposal.engine} engine` }
}

/** A skill or category may have been renamed during the analysis. */
const withCurrentNames = (proposal: Proposal, { categories, skills }: Catalog): Proposal => ({
  ...proposal,
  category: currentName(categories, proposal.category),
  skills: currentNames(skills, proposal.skills),
})
