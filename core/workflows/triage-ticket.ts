import type { Catalog } from '../catalog/catalog.ts'
import { currentName, currentNames, offeredOf } from '../catalog/names.ts'
import { RetryLater } from '../notifications/provider-errors.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import { triaged } from '../tickets/triage-decisions.ts'
import { analyse, triageDeadlineMs } from '../triage/analyse.ts'
import type { Proposal } from '../triage/proposal.ts'
import { drainQueue } from './drain-queue.ts'
import type { Worker } from './worker.ts'

/**
 * Analyses a ticket once, within the deadline that began with the first try.
 * @throws RetryLater when Gemini will answer later and there is time
 */
export const triageTicket = ({ desk, gemini, ...worker }: Worker, id: string) =>
  drainQueue(desk.tickets, id, 'triage', async () => {
    await desk.tickets.beginTriage(id, desk.now())
    const ticket = await desk.tickets.find(id)
    if (!ticket || ticket.deleted || ticket.triage.state === 'done') return undefined
    const startedAt = ticket.triage.startedAt ?? desk.now()
    const leftMs = startedAt.getTime() + triageDeadlineMs - desk.now().getTime()
    const analysed = await analyse(ticket, gemini, offeredOf(await desk.catalog.read()), leftMs)
    if ('retryAfterMs' in analysed)
      throw new RetryLater('Gemini asks to be called later', analysed.retryAfterMs)
    await changeTicket(desk, id, triaged(named(analysed.proposal, await desk.catalog.read()), desk.now()))
    worker.triaged?.(analysed.proposal.engine, desk.now().getTime() - startedAt.getTime())
    return undefined
  })

/** An analysis takes its time: what was renamed meanwhile has its new name. */
const named = (proposal: Proposal, { categories, skills }: Catalog): Proposal => ({
  ...proposal,
  category: currentName(categories, proposal.category),
  skills: currentNames(skills, proposal.skills),
})
