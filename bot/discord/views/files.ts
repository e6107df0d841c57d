import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10'
import { fileSize } from '../../../core/attachments/file-size.ts'
import type { OutgoingFile } from '../../../core/notifications/messengers/sending.ts'
import { link, sentence } from '../../../core/text/sentence.ts'
import { paragraphsMarkdown } from './sentence.ts'

/** The text of a message with files: links to those that are too large for Discord. */
export const filesMessage = (linked: readonly Pick<OutgoingFile, 'name' | 'size' | 'url'>[]) =>
  ({
    content: paragraphsMarkdown(
      linked.map(({ name, size, url }) => sentence`${name} (${fileSize(size, 'en')}): ${link(url)}`),
      2_000,
      '\n',
    ),
    flags: MessageFlags.SuppressEmbeds,
    allowed_mentions: { parse: [] },
  }) satisfies RESTPostAPIChannelMessageJSONBody
