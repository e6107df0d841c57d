import type { TicketSummary } from '../../shared/http/answers.ts'

type Named = { key: string; label: string }

/** The person that tickets next to each other have in common, in the orders by people. */
const commonOf: Record<string, (ticket: TicketSummary) => Named> = {
  assignee: ({ assignee }) =>
    assignee ? { key: assignee.id, label: assignee.name } : { key: '', label: 'Nobody has them' },
  requester: ({ requester }) => ({ key: requester.id, label: requester.name }),
}

export type Stretch = Named & { tickets: TicketSummary[] }

/** A sorted list in its parts; one without a name when its order gives it none. */
export function stretchesOf(tickets: TicketSummary[], sort: string | undefined): Stretch[] {
  const common = commonOf[sort ?? '']
  if (!common) return [{ key: '', label: '', tickets }]
  const stretches: Stretch[] = []
  for (const ticket of tickets) {
    const named = common(ticket)
    const last = stretches.at(-1)
    if (last?.key === named.key) last.tickets.push(ticket)
    else stretches.push({ ...named, tickets: [ticket] })
  }
  return stretches
}
