import { type Priority, priorities } from '../../core/tickets/ticket-values.ts'
import type { Row } from './read-rows.ts'

/** The row's priority, if it is one that the desk has. */
export const priorityOf = ({ priority }: Row): Priority[] => priorities.filter((one) => one === priority)

/** In a file whose highest priority is “high”, that means everything above it, too. */
export function priorityIn(rows: readonly Row[]) {
  const highest = Math.max(...rows.flatMap((row) => priorityOf(row).map((one) => priorities.indexOf(one))))
  return (priority: Priority): Priority =>
    priorities[Math.min(priorities.indexOf(priority), highest)] ?? priority
}
