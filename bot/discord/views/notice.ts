import { ComponentType, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import type { Notice } from '../../../core/notifications/notice.ts'
import { linkButton } from './card-buttons.ts'
import { cut, isLinkable, oneLine, quoted } from './text.ts'

/** @param mark is shown small below, and finds a message again that may have got through */
export function noticeMessage({ subject, body, action }: Notice, mark: string) {
  const hasButton = action !== undefined && isLinkable(action.url)
  const words = action && !hasButton ? [...body, `${action.label}: ${action.url}`] : body
  return {
    content: `**${quoted(subject, 300)}**`,
    embeds: [
      {
        description: cut(words.filter(Boolean).join('\n\n'), 4_000),
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
