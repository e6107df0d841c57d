import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
  type RESTPatchAPIChannelMessageJSONBody,
} from 'discord-api-types/v10'
import type { RequesterCard } from '../../../core/notifications/messengers/sending.ts'
import { ticketUrl } from '../../../core/notifications/notice.ts'
import { type Paragraph, type Sentence, sentence } from '../../../core/text/sentence.ts'
import { cardOf, type Fact } from '../../../core/tickets/card.ts'
import { shouldAskForRating } from '../../../core/tickets/rating.ts'
import { isResolved, type Ticket } from '../../../core/tickets/ticket.ts'
import { usualAnswerWords } from '../../../core/tickets/usual-answer.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { customIdOf } from '../ticket-action.ts'
import { answersField, ownAnswersButton } from './answers.ts'
import { colourOf, withoutText } from './card.ts'
import { linkButton, secretsButton } from './card-buttons.ts'
import { ratingCommentButtons, ratingRows } from './rating.ts'
import { inMarkdown, inPlain, paragraphMarkdown } from './sentence.ts'
import { isLinkable, truncateMarkdown } from './text.ts'

/** The start of the custom id of the button that resolves the ticket. Never change it: old cards keep theirs for years. */
export const solvedPrefix = 'solved'

/** The others are for staff, or the requester's own name. */
const shownFacts: ReadonlySet<Fact['name']> = new Set(['Priority', 'Category', 'Urgency', 'Files'])

/** The requester's card: what it is about, who has it, when to expect an answer. It shows nothing that is for staff. */
export function requesterCard({ ticket, usualAnswerMinutes }: RequesterCard, appUrl: string) {
  const card = cardOf(ticket)
  const url = ticketUrl(appUrl, ticket)
  const long: { name: string; value: Paragraph | null; max: number }[] = [
    { name: 'Answers', value: answersField(card), max: 800 },
    { name: 'Summary', value: card.summary, max: 700 },
    { name: 'Secrets', value: card.warning, max: 400 },
    { name: 'Resolution', value: card.resolution, max: 900 },
    { name: 'Your rating', value: ratingWords(ticket, card.rating), max: 400 },
  ]
  const embed: APIEmbed = {
    title: inMarkdown(card.heading, 256),
    ...(isLinkable(url) ? { url } : {}),
    color: colourOf(ticket),
    ...(ticket.deleted
      ? {}
      : { description: truncateMarkdown(discordMarkdown(card.description.markdown), 2_000) }),
    fields: [
      { name: 'Status', value: inMarkdown(card.status, 256), inline: true },
      ...card.facts
        .filter(({ name }) => !ticket.deleted && shownFacts.has(name))
        .map(({ name, value }) => ({ name, value: inMarkdown(value, 256), inline: true })),
      ...long.flatMap(({ name, value, max }) =>
        value && !ticket.deleted ? [{ name, value: paragraphMarkdown(value, max) }] : [],
      ),
    ],
    footer: { text: inPlain(smallPrint(ticket, card.triage, usualAnswerMinutes), 400) },
  }
  return {
    embeds: [embed],
    components: requesterButtons(ticket, url),
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** The card when Discord refuses what people wrote in the ticket. */
export const plainRequesterCard = ({ ticket, ...more }: RequesterCard, appUrl: string) =>
  requesterCard({ ticket: withoutText(ticket), ...more }, appUrl)

/** Above the five buttons: what they ask, or what was chosen. */
const ratingWords = (ticket: Ticket, rating: Sentence | null) =>
  rating ?? (shouldAskForRating(ticket) ? sentence`How did we do? Choose from 1 (poor) to 5 (great).` : null)

function smallPrint({ status }: Ticket, triage: Sentence, usualAnswerMinutes: number | null): Sentence {
  const promise = status === 'open' ? usualAnswerWords(usualAnswerMinutes) : null
  return promise === null ? triage : sentence`${triage} ${promise}`
}

function requesterButtons(ticket: Ticket, url: string): APIActionRowComponent<APIButtonComponent>[] {
  if (ticket.deleted) return []
  const components: APIButtonComponent[] = [
    ...ownAnswersButton(ticket),
    ...(isResolved(ticket)
      ? []
      : [button('Mark as solved', `${solvedPrefix}:${ticket._id}`, ButtonStyle.Success)]),
    ...(ticket.status === 'resolved'
      ? [button('Reopen', customIdOf('reopen', ticket._id), ButtonStyle.Secondary)]
      : []),
    ...secretsButton(ticket),
    ...ratingCommentButtons(ticket),
    ...(isLinkable(url) ? [linkButton('Open in the console', url)] : []),
  ]
  return [
    ...ratingRows(ticket),
    ...(components.length > 0 ? [{ type: ComponentType.ActionRow as const, components }] : []),
  ]
}

const button = (
  label: string,
  custom_id: string,
  style: ButtonStyle.Success | ButtonStyle.Secondary,
): APIButtonComponent => ({ type: ComponentType.Button, style, label, custom_id })
