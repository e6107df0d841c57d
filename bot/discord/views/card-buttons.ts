import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { isClaimed, isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import { customIdOf, type TicketAction } from '../ticket-action.ts'
import { isLinkable } from './text.ts'

const styles = {
  claim: { style: ButtonStyle.Primary, label: 'Claim' },
  release: { style: ButtonStyle.Secondary, label: 'Release' },
  wait: { style: ButtonStyle.Secondary, label: 'Waiting' },
  resolve: { style: ButtonStyle.Success, label: 'Resolve' },
  reopen: { style: ButtonStyle.Secondary, label: 'Reopen' },
} as const

function actionsOf(ticket: Ticket): TicketAction[] {
  if (ticket.deleted || ticket.status === 'closed') return []
  if (isResolved(ticket)) return ['reopen']
  if (!isClaimed(ticket)) return ['claim']
  return ticket.status === 'waiting' ? ['release', 'reopen', 'resolve'] : ['release', 'wait', 'resolve']
}

/** What can be done now. Whether this person may do it is decided at the click. */
export function cardButtons(ticket: Ticket, url: string): APIActionRowComponent<APIButtonComponent>[] {
  const buttons: APIButtonComponent[] = [
    ...actionsOf(ticket).map(
      (action): APIButtonComponentWithCustomId => ({
        type: ComponentType.Button,
        ...styles[action],
        custom_id: customIdOf(action, ticket._id),
      }),
    ),
    ...(isLinkable(url) && !ticket.deleted ? [linkButton('Console', url)] : []),
  ]
  return buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : []
}

export const linkButton = (label: string, url: string): APIButtonComponent => ({
  type: ComponentType.Button,
  style: ButtonStyle.Link,
  label,
  url,
})
