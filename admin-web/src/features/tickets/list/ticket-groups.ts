import type { TicketSummary } from '../../../shared/http/answers.ts'

type Label = { key: string; label: string }
/** @property id stays the same while the group's tickets change */
export type TicketGroup<Ticket> = Label & { id: string; tickets: Ticket[] }

/** The sort orders that group a list, each with the group of a ticket. */
const groupers: Record<string, (ticket: TicketSummary) => Label> = {
  assignee: ({ assignee }) =>
    assignee ? { key: assignee.id, label: assignee.name } : { key: '', label: 'Unassigned' },
  requester: ({ requester }) => ({ key: requester.id, label: requester.name }),
}

/** Splits a sorted list into groups; other sort orders give one group without a label. */
export function groupsOf<Ticket extends TicketSummary>(
  tickets: Ticket[],
  sort: string | undefined,
): TicketGroup<Ticket>[] {
  const grouper = groupers[sort ?? '']
  if (!grouper) return [{ id: '', key: '', label: '', tickets }]
  const groups: TicketGroup<Ticket>[] = []
  for (const ticket of tickets) {
    const label = grouper(ticket)
    const last = groups.at(-1)
    if (last?.key === label.key) last.tickets.push(ticket)
    else groups.push({ ...label, id: idFor(label, groups), tickets: [ticket] })
  }
  return groups
}

/** A ticket that changes hands keeps its place, so one person's group can be in two parts for a while. */
const idFor = ({ key }: Label, groups: Label[]) => `${key}/${groups.filter((one) => one.key === key).length}`
