import {
  type ProjectedTicket,
  type Projection,
  projectionBatchSize,
} from '../tickets/store/project-tickets.ts'
import type { TicketStore } from '../tickets/store/ticket-store.ts'

/** Projects all tickets that a person may see by themselves: those that they filed, have or watch. Safe to repeat. */
export async function projectPerson(
  tickets: Pick<TicketStore, 'projectedOf'>,
  project: Projection,
  person: string,
): Promise<void> {
  let some: ProjectedTicket[] = []
  for await (const ticket of tickets.projectedOf(person)) {
    some.push(ticket)
    if (some.length < projectionBatchSize) continue
    await project(some)
    some = []
  }
  if (some.length > 0) await project(some)
}
