import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbedField,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import { duplicateIdOf } from '../duplicate-id.ts'
import { inMarkdown } from './sentence.ts'
import { isLinkable } from './text.ts'

const maxTitle = 40

/** One line that names the similar tickets, with links to their pages. */
export function similarField(similar: readonly SimilarOnCard[], appUrl: string): APIEmbedField[] {
  if (similar.length === 0) return []
  const named = similar.map(({ title, ...other }) => {
    const url = ticketUrl(appUrl, other)
    const number = isLinkable(url) ? `[#${other.number}](${url})` : `#${other.number}`
    return `${number} ${inMarkdown(sentence`${title}`, maxTitle)}`
  })
  return [{ name: 'Similar', value: named.join(', ') }]
}

/** The buttons that make the card's ticket a duplicate of one that it is very similar to. */
export function duplicateButtons(
  ticket: Pick<Ticket, '_id'>,
  similar: readonly SimilarOnCard[],
): APIActionRowComponent<APIButtonComponent>[] {
  const components = similar
    .filter(({ isLikelyDuplicate }) => isLikelyDuplicate)
    .map(
      ({ number }): APIButtonComponent => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: `Duplicate of #${number}`,
        custom_id: duplicateIdOf({ ticket: ticket._id, of: number }),
      }),
    )
  return components.length > 0 ? [{ type: ComponentType.ActionRow, components }] : []
}
