import type { Ticket } from './ticket.ts'

/** A process that polls for changes may see several changes within this time as one. */
const recentMs = 3_000

/**
 * Who could see the ticket until this change or one shortly before it. People who no longer can are told that it is
 * gone.
 */
export const audienceBefore = (
  ticket: Pick<Ticket, 'audience' | 'audienceBefore' | 'updatedAt'>,
  at: Date,
) =>
  at.getTime() - ticket.updatedAt.getTime() < recentMs
    ? [...new Set([...(ticket.audienceBefore ?? []), ...ticket.audience])]
    : ticket.audience
