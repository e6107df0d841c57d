import type { Desk } from '../../../../core/desk.ts'
import { invalid, notFound } from '../../../../core/errors.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'

/** The number in "42" or "#42". @throws invalid */
export function numberIn(text: string): number {
  const digits = /^#?(\d{1,9})$/.exec(text.trim())?.[1]
  if (digits === undefined) throw invalid('ticket', 'Choose a ticket from the list, or type its number.')
  return Number(digits)
}

/**
 * The ticket that a command is about. Whether the person may see it is up to the caller.
 * @param text the command's option, or null @param channel where the command was typed
 * @throws invalid, not-found
 */
export async function resolveTicket(
  { tickets }: Pick<Desk, 'tickets'>,
  text: string | null,
  channel: string,
): Promise<Ticket> {
  if (text === null) {
    const here =
      (await tickets.findByDiscordThread(channel)) ?? (await tickets.findByRequesterThread(channel))
    if (!here) throw invalid('ticket', 'Choose a ticket, or use this in the thread of one.')
    return here
  }
  const found = await tickets.findByNumber(numberIn(text))
  if (!found) throw notFound('ticket')
  return found
}
