import type { Ticket } from './ticket.ts'

/** A process that looks for changes may see several changes of this long as one. */
const recentMs = 3_000

/**
 * Who could see a ticket until this change, or until one just before it. Those who no longer can are told that it is
 * gone.
 */
export const audienceBefore = (
  ticket: Pick<Ticket, 'audience' | 'audienceBefore' | 'updatedAt'>,
  at: Date,
) =>
  at.getTime() - ticket.updatedAt.getTime() < recentMs
    ? [...new Set([...(ticket.audienceBefore ?? []), ...ticket.audience])]
    : ticket.audience
