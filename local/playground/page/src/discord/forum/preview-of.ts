import type { APIMessage } from 'discord-api-types/v10'

/** What a message says, on one line. */
export function previewOf({ content, embeds, attachments }: APIMessage): string {
  const [embed] = embeds
  const text = content || embed?.description || embed?.title || attachments[0]?.filename || ''
  return text.replace(/^-# /gm, '').replace(/\s+/g, ' ')
}
