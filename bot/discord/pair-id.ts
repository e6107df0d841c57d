import { isId } from '../../core/ids.ts'

/** @property ticket the id of a ticket @property of the number of an earlier one */
export type TicketPair = { ticket: string; of: number }

/** Custom ids of buttons that relate a ticket to an earlier one. Never change the format: old cards keep theirs for years. */
export const pairId = (prefix: string) => ({
  write: ({ ticket, of }: TicketPair) => `${prefix}:${ticket}:${of}`,
  /** @returns null for another id */
  read(customId: string): TicketPair | null {
    const [word, ticket = '', of] = customId.split(':')
    return word === prefix && isId(ticket) ? { ticket, of: Number(of) } : null
  },
})
