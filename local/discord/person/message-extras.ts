import {
  type APIAttachment,
  type APIMessage,
  MessageFlags,
  MessageReferenceType,
  PollLayoutType,
  StickerFormatType,
} from 'discord-api-types/v10'
import { keepContent } from '../contents.ts'
import { referenceTo } from '../messages/message-reference.ts'
import type { Posting } from '../messages/post-message.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import type { StoredMessage, World } from '../world.ts'

/** What a person's message can hold apart from text: names of stickers and files, a poll's question, a voice message. */
export type MessageExtras = {
  stickers?: string[]
  files?: (string | SentFile)[]
  poll?: string
  isVoice?: boolean
}

/** A file whose content was kept; `size` in bytes, `url` where it is. */
export type SentFile = Pick<APIAttachment, 'filename' | 'size' | 'url'> & {
  content_type: string
  content: Uint8Array
}

/** The parts of a posting that make a message with these. It then needs no text, as on the platform. */
export function postingWithExtras(
  world: World,
  { stickers = [], files = [], poll, isVoice = false }: MessageExtras,
): Partial<Posting> {
  const names = isVoice ? ['voice-message.ogg'] : files
  const has: Partial<APIMessage> = {
    ...(names.length > 0 && { attachments: names.map((name) => attachment(world, name, isVoice)) }),
    ...(stickers.length > 0 && {
      sticker_items: stickers.map((name, index) => ({
        id: `80000000000000000${index}`,
        name,
        format_type: StickerFormatType.PNG,
      })),
    }),
    ...(poll && {
      poll: {
        question: { text: poll },
        answers: [
          { answer_id: 1, poll_media: { text: 'Yes' } },
          { answer_id: 2, poll_media: { text: 'No' } },
        ],
        expiry: null,
        allow_multiselect: false,
        layout_type: PollLayoutType.Default,
      },
    }),
  }
  return {
    has,
    mayBeEmpty: Object.keys(has).length > 0,
    ...(isVoice && { flags: MessageFlags.IsVoiceMessage }),
  }
}

/** A file that somebody sends, whose content is kept. */
export function attachment(world: World, file: string | SentFile, isVoice = false): APIAttachment {
  if (typeof file !== 'string') {
    const { content, ...sent } = file
    return {
      id: keepContent(world, { bytes: content, type: sent.content_type }),
      ...sent,
      proxy_url: file.url,
    }
  }
  const bytes = Buffer.alloc(1_000, file)
  const id = keepContent(world, { bytes, type: 'application/octet-stream' })
  const url = `https://cdn.discordapp.com/attachments/0/${id}/${encodeURIComponent(file)}`
  const length = isVoice && { duration_secs: 2.4, waveform: 'AAAA' }
  return { id, filename: file, size: bytes.length, url, proxy_url: url, ...length }
}

/** A forward has a reference of its own type and a snapshot without the author, and no content. */
export function forwardOf(world: World, message: StoredMessage): NonNullable<Posting['refersTo']> {
  const { content, embeds, attachments, timestamp, edited_timestamp, flags, mentions, mention_roles, type } =
    messagePayload(world, message)
  const snapshot = {
    content,
    embeds,
    attachments,
    timestamp,
    edited_timestamp,
    mentions,
    mention_roles,
    type,
  }
  return {
    message_reference: { ...referenceTo(world, message), type: MessageReferenceType.Forward },
    message_snapshots: [{ message: { ...snapshot, ...(flags !== undefined && { flags }) } }],
  }
}
