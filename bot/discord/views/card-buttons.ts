import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import {
  type ButtonAction,
  secretsActions,
  shownActions,
} from '../../../core/tickets/actions/button-actions.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { customIdOf } from '../ticket-action.ts'
import { staffAnswersButton } from './answers.ts'
import { isLinkable } from './text.ts'

/** Discord's limit for buttons in a row. */
const maxInRow = 5

const styles = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  success: ButtonStyle.Success,
} as const

/** Buttons for the actions that the ticket's state allows. Permissions are checked at the click. */
export function cardButtons(ticket: Ticket, url: string): APIActionRowComponent<APIButtonComponent>[] {
  const buttons: APIButtonComponent[] = [
    ...shownActions(ticket).map(actionButton(ticket)),
    ...staffAnswersButton(ticket),
    ...(isLinkable(url) && !ticket.deleted ? [linkButton('Console', url)] : []),
  ]
  return [buttons.slice(0, maxInRow), buttons.slice(maxInRow)]
    .filter((components) => components.length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components }))
}

const actionButton =
  (ticket: Ticket) =>
  ({ name, button: { label, style } }: ButtonAction): APIButtonComponentWithCustomId => ({
    type: ComponentType.Button,
    style: styles[style],
    label,
    custom_id: customIdOf(name, ticket._id),
  })

/** Takes the secrets out of the ticket, where it holds some. */
export const secretsButton = (ticket: Ticket): APIButtonComponent[] =>
  secretsActions(ticket).map(actionButton(ticket))

/** The buttons of a direct message about a ticket: its actions, then links to its thread and its page. */
export function directButtons(
  ticket: Ticket,
  links: { label: string; url: string }[],
): APIActionRowComponent<APIButtonComponent>[] {
  const linked = links.filter(({ url }) => isLinkable(url)).map(({ label, url }) => linkButton(label, url))
  const actions = cardButtons(ticket, '')
  return [
    ...actions,
    ...(linked.length > 0 ? [{ type: ComponentType.ActionRow as const, components: linked }] : []),
  ]
}

export const linkButton = (label: string, url: string): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label,
  url,
})
