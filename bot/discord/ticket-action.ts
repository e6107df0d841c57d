import { isId } from '../../core/ids.ts'

/** What a card's buttons and the modals behind them do; their custom ids are `<action>:<ticket id>`. */
export const ticketActions = ['claim', 'release', 'wait', 'resolve', 'reopen'] as const
export type TicketAction = (typeof ticketActions)[number]

export const customIdOf = (action: TicketAction, ticket: string) => `${action}:${ticket}`

/** @returns null for what is not ours, e.g. a button of an older version */
export function readCustomId(customId: string): { action: TicketAction; ticket: string } | null {
  const [name, ticket = ''] = customId.split(':')
  const action = ticketActions.find((known) => known === name)
  return action && isId(ticket) ? { action, ticket } : null
}
