import { fileSize } from '../../../core/attachments/file-size.ts'
import type { OutgoingFile } from '../../../core/notifications/messengers/sending.ts'
import { link, sentence } from '../../../core/text/sentence.ts'
import type { MessageContent } from './blocks.ts'
import { fallbackText, richText } from './sentence.ts'

/** Links to files that Slack doesn't take. */
export const fileLinks = (files: Pick<OutgoingFile, 'name' | 'size' | 'url'>[]): MessageContent => ({
  text: fallbackText(sentence`Files: ${files.map(({ name }) => name).join(', ')}`),
  blocks: [
    richText([
      ...files.map(({ name, size, url }) => sentence`${name} (${fileSize(size, 'en')}): ${link(url)}`),
      sentence`The links last for seven days.`,
    ]),
  ],
})
