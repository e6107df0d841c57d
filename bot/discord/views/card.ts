import type { APIEmbed, APIEmbedField, RESTPatchAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import type { MarkdownText, Sentence } from '../../../core/text/sentence.ts'
import { type Card, cardOf } from '../../../core/tickets/card.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import type { SimilarOnCard } from '../../../core/triage/similar/similar-on-card.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { answersField } from './answers.ts'
import { cardButtons } from './card-buttons.ts'
import { cardSelects } from './card-selects.ts'
import { threadRule } from './internal-note.ts'
import { inMarkdown, inPlain, paragraphMarkdown } from './sentence.ts'
import { duplicateButtons, similarField } from './similar.ts'
import { isLinkable, lengthOf, truncateMarkdown } from './text.ts'
import { timestamp } from './timestamp.ts'

/** An embed has at most 6,000 characters in all: https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const maxTotal = 5_900
const maxDescription = 2_000

const colours = {
  urgent: 0xd92d20,
  high: 0xf79009,
  medium: 0x5b47d6,
  low: 0x2e90fa,
  untriaged: 0x98a2b3,
  resolved: 0x12b76a,
  deleted: 0x475467,
}

export function colourOf(ticket: Ticket): number {
  if (ticket.deleted) return colours.deleted
  if (isResolved(ticket)) return colours.resolved
  return colours[ticket.priority ?? 'untriaged']
}

/** The ticket's card, in its thread. It is updated whenever the ticket changes. */
export function cardMessage(
  ticket: Ticket,
  appUrl: string,
  duplicates: Pick<Ticket, 'number'>[],
  similar: readonly SimilarOnCard[] = [],
) {
  const card = cardOf(ticket, duplicates)
  const url = ticketUrl(appUrl, ticket)
  const embed: APIEmbed = {
    title: inMarkdown(card.heading, 256),
    ...(isLinkable(url) ? { url } : {}),
    color: colourOf(ticket),
    fields: [...fieldsOf(card, ticket.createdAt), ...similarField(similar, appUrl)],
    footer: { text: inPlain(card.triage, 300) },
  }
  embed.description = truncateMarkdown(
    discordMarkdown(card.description.markdown),
    Math.min(maxDescription, maxTotal - sizeOf(embed)),
  )
  return {
    content: ticket.deleted ? '' : threadRule,
    embeds: [embed],
    components: [...cardButtons(ticket, url), ...duplicateButtons(ticket, similar), ...cardSelects(ticket)],
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** The card when Discord refuses what people wrote in the ticket. Its buttons are all there. */
export const plainCard = (ticket: Ticket, appUrl: string) => cardMessage(withoutText(ticket), appUrl, [])

/** A ticket without what people wrote in it. */
export const withoutText = (ticket: Ticket): Ticket => ({
  ...ticket,
  title: 'Discord refuses to show the title',
  description: 'Discord refuses to show this ticket’s text. Read it in the console.',
  ...(ticket.fields ? { fields: [] } : {}),
  summary: null,
  notes: null,
  tags: [],
  resolution: ticket.resolution && { ...ticket.resolution, text: 'Read it in the console.' },
  ...(ticket.rating ? { rating: { ...ticket.rating, comment: null } } : {}),
})

function fieldsOf(card: Card, filedAt: Date): APIEmbedField[] {
  const short: { name: string; value: Sentence }[] = [
    { name: 'Status', value: card.status },
    ...card.facts,
    { name: 'Filed', value: timestamp(filedAt, 'R') },
  ]
  const long: { name: string; value: MarkdownText | Sentence | null; max: number }[] = [
    { name: 'Answers', value: answersField(card), max: 800 },
    { name: 'Summary', value: card.summary, max: 700 },
    { name: 'Secrets', value: card.warning, max: 400 },
    { name: 'Notes for moderators', value: card.notes, max: 1_000 },
    { name: 'Assigned', value: card.assignment, max: 400 },
    { name: 'Resolution', value: card.resolution, max: 900 },
    { name: 'Rating', value: card.rating, max: 400 },
  ]
  return [
    ...short.map(({ name, value }) => ({ name, value: inMarkdown(value, 256), inline: true })),
    ...long.flatMap(({ name, value, max }) =>
      value ? [{ name, value: paragraphMarkdown(value, max) }] : [],
    ),
  ]
}

const sizeOf = ({ title = '', fields = [], footer }: APIEmbed) =>
  [title, footer?.text ?? '', ...fields.flatMap(({ name, value }) => [name, value])]
    .map(lengthOf)
    .reduce((sum, length) => sum + length, 0)
