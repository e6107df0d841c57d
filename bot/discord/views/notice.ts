import {
  ComponentType,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10'
import type { Notice } from '../../../core/notifications/notice.ts'
import { link, sentence } from '../../../core/text/sentence.ts'
import { statusOf } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { directButtons, linkButton } from './card-buttons.ts'
import { scoreRow } from './rating.ts'
import { inMarkdown, inPlain, paragraphsMarkdown } from './sentence.ts'
import { isLinkable } from './text.ts'

/** A notification as a direct message. @param mark shown in the footer, so that a later try can find the message */
export function noticeMessage({ subject, body, action, rates }: Notice, mark: string) {
  const hasButton = action !== undefined && isLinkable(action.url)
  const paragraphs = action && !hasButton ? [...body, sentence`${action.label}: ${link(action.url)}`] : body
  return {
    content: `**${inMarkdown(subject, 1_000)}**`,
    embeds: [
      {
        description: paragraphsMarkdown(paragraphs, 4_000),
        color: 0x5b47d6,
        footer: { text: mark },
      },
    ],
    components: [
      ...(rates ? [scoreRow(rates.ticket._id)] : []),
      ...(hasButton
        ? [
            {
              type: ComponentType.ActionRow as const,
              components: [linkButton(inPlain(action.label, 80), action.url)],
            },
          ]
        : []),
    ],
    allowed_mentions: { parse: [] },
  } satisfies RESTPostAPIChannelMessageJSONBody
}

export const threadUrl = (guildId: string, thread: string) =>
  `https://discord.com/channels/${guildId}/${thread}`

/** The part of a direct message that follows its ticket. @param guildId the server of the ticket's thread */
export function statusParts({ subject, action }: Notice, ticket: Ticket, guildId: string) {
  const thread = ticket.surfaces.discord?.thread
  return {
    content: `**${inMarkdown(subject, 300)}**\n${inMarkdown(statusOf(ticket), 150)}`,
    components: directButtons(ticket, [
      ...(thread ? [{ label: 'Thread', url: threadUrl(guildId, thread) }] : []),
      ...(action ? [{ label: inPlain(action.label, 80), url: action.url }] : []),
    ]),
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** The notification when Discord refuses its text. Its link is there. */
export const plainNotice = (notice: Notice, mark: string) =>
  noticeMessage(
    {
      ...notice,
      subject: notice.action?.label ?? sentence`News from the desk`,
      body: [sentence`Discord refuses to show this text. Read it in the console.`],
    },
    mark,
  )
