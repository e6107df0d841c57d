import { isId } from '../../core/ids.ts'
import type { CardButton, TicketAction } from '../../core/tickets/actions/action.ts'
import { type ActionName, actionNames, actionOf } from '../../core/tickets/actions/actions.ts'

/** An action that has a button on the card. */
export type ButtonAction = { name: ActionName; action: TicketAction; button: CardButton }

export const buttonActions: ButtonAction[] = actionNames.flatMap((name) => {
  const action = actionOf(name)
  return action.button ? [{ name, action, button: action.button }] : []
})

/** The custom id of a button and of its modal. Never change the format: buttons on old cards keep theirs for years. */
export const customIdOf = (name: ActionName, ticket: string) => `${name}:${ticket}`

/** @returns null for an id that is not ours, e.g. of an older version */
export function readCustomId(customId: string): (ButtonAction & { ticket: string }) | null {
  const [wanted, ticket = ''] = customId.split(':')
  const known = buttonActions.find(({ name }) => name === wanted)
  return known && isId(ticket) ? { ...known, ticket } : null
}
