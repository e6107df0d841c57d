import { ButtonStyle, ComponentType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { customIdOf } from '../ticket-action.ts'
import { inMarkdown } from './sentence.ts'

/** Asks whether a reply meant more than a thank you. */
export const reopenOffer = ({ _id, number }: Pick<Ticket, '_id' | 'number'>) =>
  ({
    content: inMarkdown(
      sentence`Your reply was added, and #${number} stays resolved. Not solved? Reopen it.`,
      500,
    ),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Secondary,
            label: 'Reopen',
            custom_id: customIdOf('reopen', _id),
          },
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  }) satisfies RESTPostAPIChannelMessageJSONBody
