import {
  type APIActionRowComponent,
  type APIButtonComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { lookAlikesQuestion } from '../../../core/tickets/look-alikes-words.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { sameIdOf } from '../same-id.ts'

type Named = Pick<Ticket, 'number' | 'title'>

/** Asks whoever has just filed a ticket whether it is the same as an open one of theirs. */
export const lookAlikesWords = (ticket: Pick<Ticket, 'number'>, lookAlikes: readonly Named[]): Sentence[] =>
  lookAlikes.length > 0
    ? [
        lookAlikesQuestion(ticket, lookAlikes.length),
        ...lookAlikes.map(({ number, title }) => sentence`#${number} ${title}`),
      ]
    : []

export const sameButtons = (
  ticket: Pick<Ticket, '_id'>,
  lookAlikes: readonly Named[],
): APIActionRowComponent<APIButtonComponent>[] =>
  lookAlikes.length > 0 ? [{ type: ComponentType.ActionRow, components: lookAlikes.map(button(ticket)) }] : []

const button =
  (ticket: Pick<Ticket, '_id'>) =>
  ({ number }: Named): APIButtonComponent => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: `The same as #${number}`,
    custom_id: sameIdOf({ ticket: ticket._id, of: number }),
  })
