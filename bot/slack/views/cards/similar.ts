import type { ActionsBlock, RichTextBlock } from '@slack/types'
import { ticketUrl } from '../../../../core/notifications/notice.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import type { Ticket } from '../../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../../core/triage/similar/similar-on-card.ts'
import { sameValue } from '../../same-value.ts'
import { buttons } from '../blocks.ts'
import { plainText } from '../sentence.ts'

export const duplicateAction = 'ticket_duplicate'

const maxTitle = 40

/** One line that names the similar tickets, with links to their pages. */
export const similarLine = (similar: readonly SimilarOnCard[], appUrl: string): RichTextBlock[] =>
  similar.length === 0
    ? []
    : [
        {
          type: 'rich_text',
          elements: [
            {
              type: 'rich_text_section',
              elements: [
                { type: 'text', text: 'Similar: ', style: { bold: true } },
                ...similar.flatMap((other, index) => [
                  { type: 'link' as const, url: ticketUrl(appUrl, other), text: `#${other.number}` },
                  {
                    type: 'text' as const,
                    text: ` ${plainText(sentence`${other.title}`, maxTitle).text}${index < similar.length - 1 ? ', ' : ''}`,
                  },
                ]),
              ],
            },
          ],
        },
      ]

/** The buttons that make the card's ticket a duplicate of one that it is very similar to. */
export function duplicateButtons(
  ticket: Pick<Ticket, '_id'>,
  similar: readonly SimilarOnCard[],
): ActionsBlock[] {
  const likely = similar.filter(({ isLikelyDuplicate }) => isLikelyDuplicate)
  return likely.length === 0
    ? []
    : [
        buttons(
          ...likely.map((original) => ({
            type: 'button' as const,
            action_id: `${duplicateAction}:${original.number}`,
            text: plainText(sentence`Duplicate of #${original.number}`, 75),
            value: sameValue(ticket, original),
          })),
        ),
      ]
}
