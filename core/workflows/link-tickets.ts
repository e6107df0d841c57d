import { isRefusal } from '../errors.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import { unmark } from '../tickets/duplicates.ts'
import { finishMarking } from '../tickets/mark-duplicate.ts'
import { clearLane } from './clear-lane.ts'
import type { Worker } from './worker.ts'

/** Brings the other ticket into line with what this one says of the two. Mostly that is done already. */
export const linkTickets = ({ desk }: Pick<Worker, 'desk'>, id: string) =>
  clearLane(desk.tickets, id, 'upkeep', async ({ kind, other, mark }) => {
    if (!other || !mark) return undefined
    if (kind === 'unmark') await changeTicket(desk, other, unmark(mark))
    else if (kind === 'mark')
      await finishMarking(desk, { original: id, duplicate: other, mark }).catch((error) => {
        if (!isRefusal(error)) throw error
      })
    return undefined
  })
