import { ComponentType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import type { Notice } from '../../../core/notifications/notice.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { linkButton } from './card-buttons.ts'
import { escapeLine, isLinkable, oneLine, truncateMarkdown } from './text.ts'

/** A notification as a direct message. @param mark shown in the footer, so that a later try can find the message */
export function noticeMessage({ subject, body, action }: Notice, mark: string) {
  const hasButton = action !== undefined && isLinkable(action.url)
  const paragraphs = action && !hasButton ? [...body, `${action.label}: ${action.url}`] : body
  return {
    content: `**${escapeLine(subject, 300)}**`,
    embeds: [
      {
        description: truncateMarkdown(discordMarkdown(paragraphs.filter(Boolean).join('\n\n')), 4_000),
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
