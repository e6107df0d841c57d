import {
  ComponentType,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10'
import type { Notice } from '../../../core/notifications/notice.ts'
import { statusOf } from '../../../core/tickets/card.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import { directButtons, linkButton } from './card-buttons.ts'
import { escapeLine, isLinkable, oneLine, truncateMarkdown } from './text.ts'

/** A notification as a direct message. @param mark shown in the footer, so that a later try can find the message */
export function noticeMessage({ subject, body, action }: Notice, mark: string) {
  const hasButton = action !== undefined && isLinkable(action.url)
  const paragraphs = action && !hasButton ? [...body, `${action.label}: ${action.url}`] : body
  return {
    content: `**${escapeLine(subject, 300)}**`,
    embeds: [
      {
        description: truncateMarkdown(paragraphs.filter(Boolean).join('\n\n'), 4_000),
        color: 0x5b47d6,
        footer: { text: mark },
      },
    ],
    components: hasButton
      ? [
          {
            type: ComponentType.ActionRow,
            components: [linkButton(oneLine(action.label, 80), action.url)],
          },
        ]
      : [],
    allowed_mentions: { parse: [] },
  } satisfies RESTPostAPIChannelMessageJSONBody
}

/** The part of a direct message that follows its ticket. @param guildId the server of the ticket's thread */
export function followingParts({ subject, action }: Notice, ticket: Ticket, guildId: string) {
  const thread = ticket.surfaces.discord?.thread
  return {
    content: `**${escapeLine(subject, 300)}**\n${escapeLine(statusOf(ticket), 150)}`,
    components: directButtons(ticket, [
      ...(thread ? [{ label: 'Thread', url: `https://discord.com/channels/${guildId}/${thread}` }] : []),
      ...(action ? [{ label: oneLine(action.label, 80), url: action.url }] : []),
    ]),
    allowed_mentions: { parse: [] },
  } satisfies RESTPatchAPIChannelMessageJSONBody
}

/** The notification when Discord refuses its text. Its link is there. */
export const plainNotice = (notice: Notice, mark: string) =>
  noticeMessage(
    {
      ...notice,
      subject: notice.action?.label ?? 'News from the desk',
      body: ['Discord refuses to show this text. Read it in the console.'],
    },
    mark,
  )
