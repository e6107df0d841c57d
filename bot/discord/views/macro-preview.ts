import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import { sentence } from '../../../core/text/sentence.ts'
import { type MacroAction, macroIdOf, type Previewed } from '../macro-ids.ts'
import { discordMarkdown } from '../text/write-discord.ts'
import { inMarkdown } from './sentence.ts'
import { truncateMarkdown } from './text.ts'

type Style = APIButtonComponentWithCustomId['style']

/** Discord's limit for an embed's description. */
const maxText = 4_096

/**
 * Shows a moderator what a canned reply would say, with buttons to send it.
 * @param text Markdown with the variables filled in
 */
export const macroPreview = (
  { name, requester, text }: { name: string; requester: string; text: string },
  previewed: Previewed,
): { content: string; embeds: APIEmbed[]; components: APIActionRowComponent<APIButtonComponent>[] } => {
  const button = (action: MacroAction, label: string, style: Style = ButtonStyle.Secondary) => ({
    type: ComponentType.Button as const,
    style,
    label,
    custom_id: macroIdOf(action, previewed),
  })
  return {
    content: inMarkdown(sentence`“${name}” for ${requester}. Only you see this preview.`, 2_000),
    embeds: [{ description: truncateMarkdown(discordMarkdown(text), maxText) }],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          button('send', 'Send', ButtonStyle.Primary),
          button('edit', 'Edit first'),
          button('cancel', 'Cancel'),
        ],
      },
    ],
  }
}
