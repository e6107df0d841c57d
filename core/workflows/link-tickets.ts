import type { Desk } from '../desk.ts'
import { isRefusal } from '../errors.ts'
import type { OutboxEntry } from '../outbox/entry.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import { unmark } from '../tickets/duplicates.ts'
import { finishMarking } from '../tickets/mark-duplicate.ts'

/** Brings the other ticket into line with what this one says of the two. Mostly that is done already. */
export async function linkTickets(desk: Desk, id: string, { kind, other, mark }: OutboxEntry): Promise<void> {
  if (!other || !mark) return
  if (kind === 'unmark') await changeTicket(desk, other, unmark(mark))
  else if (kind === 'mark')
    await finishMarking(desk, { original: id, duplicate: other, mark }).catch((error: unknown) => {
      if (!isRefusal(error)) throw error
    })
}
