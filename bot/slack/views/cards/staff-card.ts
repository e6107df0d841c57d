import type { KnownBlock } from '@slack/types'
import type { DirectContext } from '../../../../core/notifications/messengers/slack-messenger.ts'
import type { Notice } from '../../../../core/notifications/notice.ts'
import { sentence } from '../../../../core/text/sentence.ts'
import { mayLink } from '../../../../core/tickets/actions/mark-duplicate.ts'
import { type Card, cardOf, type Fact } from '../../../../core/tickets/card.ts'
import { canSee, may } from '../../../../core/tickets/permissions.ts'
import { type MessageContent, markdown } from '../blocks.ts'
import { boldText, fallbackText, richText } from '../sentence.ts'
import { answerBlocks } from './answers.ts'
import { duplicateButtons, similarLine } from './similar.ts'
import { staffButtons } from './ticket-buttons.ts'
import { factsSections } from './ticket-card.ts'

const shownFacts: ReadonlySet<Fact['name']> = new Set([
  'Priority',
  'Category',
  'Urgency',
  'Skills',
  'From',
  'Files',
])

/**
 * The direct message that asks a moderator to work on a ticket, with the whole ticket and what they can do to it. Once
 * somebody else has the ticket, that is all it shows.
 */
export function staffCard(
  { subject }: Pick<Notice, 'subject'>,
  { ticket, reader, similar = [] }: Pick<DirectContext, 'ticket' | 'reader' | 'similar'>,
  appUrl: string,
): MessageContent {
  const card = cardOf(ticket)
  const text = fallbackText(subject)
  const heading = boldText(subject, card.status)
  if (!canSee(reader, ticket)) return { text, blocks: [heading] }
  return {
    text,
    blocks: [
      heading,
      ...staffCardBlocks(card),
      ...similarLine(similar, appUrl),
      ...duplicateButtons(ticket, may(reader, mayLink, ticket) ? similar : []),
      ...staffButtons(ticket, reader, appUrl),
    ],
  }
}

/** Slack takes about 13,000 characters of JSON for all blocks. */
export const staffCardBlocks = (card: Card): KnownBlock[] => [
  ...factsSections(card, shownFacts),
  ...(card.warning ? [boldText(sentence`Secrets`), richText([card.warning])] : []),
  ...(card.summary ? [boldText(sentence`Summary`), markdown(card.summary.markdown, 700)] : []),
  markdown(card.description.markdown, 2_500),
  ...answerBlocks(card),
  ...(card.notes ? [boldText(sentence`Notes for moderators`), markdown(card.notes.markdown, 1_000)] : []),
  ...(card.assignment ? [boldText(sentence`Assigned`), richText([card.assignment])] : []),
  ...(card.resolution ? [boldText(sentence`Resolution`), markdown(card.resolution.markdown, 900)] : []),
  ...(card.rating ? [richText([sentence`Rated ${card.rating}`])] : []),
]
