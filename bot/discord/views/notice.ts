import { ComponentType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import type { Notice } from '../../../core/notifications/notice.ts'
import { link, sentence } from '../../../core/text/sentence.ts'
import { linkButton } from './card-buttons.ts'
import { inMarkdown, inPlain, paragraphsMarkdown } from './sentence.ts'
import { isLinkable } from './text.ts'

/** A notification as a direct message. @param mark shown in the footer, so that a later try can find the message */
export function noticeMessage({ subject, body, action }: Notice, mark: string) {
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
    components: hasButton
      ? [
          {
            type: ComponentType.ActionRow,
            components: [linkButton(inPlain(action.label, 80), action.url)],
          },
        ]
      : [],
    allowed_mentions: { parse: [] },
  } satisfies RESTPostAPIChannelMessageJSONBody
}
