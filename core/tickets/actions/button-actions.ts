import type { Actor } from '../../users/user.ts'
import { may } from '../permissions.ts'
import type { Ticket } from '../ticket.ts'
import type { CardButton, TicketAction } from './action.ts'
import { type ActionName, actionNames, actionOf } from './actions.ts'

/** An action that has a button on the card. */
export type ButtonAction = { name: ActionName; action: TicketAction; button: CardButton }

export const buttonActions: ButtonAction[] = actionNames.flatMap((name) => {
  const action = actionOf(name)
  return action.button ? [{ name, action, button: action.button }] : []
})

/** The buttons that the ticket's state allows. Permissions are checked at the click. */
export const shownActions = (ticket: Ticket): ButtonAction[] =>
  ticket.deleted ? [] : buttonActions.filter(({ button }) => button.isShown(ticket))

/** Of those, the one that takes the ticket's secrets out, which requesters have, too. */
export const secretsActions = (ticket: Ticket): ButtonAction[] =>
  shownActions(ticket).filter(({ name }) => name === 'redact')

/** The buttons for a message that only this person sees: those that the ticket's state and their rights allow. */
export const actionsFor = (actor: Actor, ticket: Ticket): ButtonAction[] =>
  shownActions(ticket).filter(({ action }) =>
    Object.values(action.permissions).every((permission) => may(actor, permission, ticket)),
  )
