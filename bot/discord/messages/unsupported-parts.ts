import type { APIMessage } from 'discord-api-types/v10'
import type { z } from 'zod'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'

type Parts = { stickers: number; hasPoll: boolean; isForward: boolean }

/** What of a message does not reach the requester, who gets text and files. @returns e.g. `['the sticker']` */
export const unsupportedParts = ({ stickers, hasPoll, isForward }: Parts): string[] => [
  ...plural(stickers, 'the sticker', 'the stickers'),
  ...(hasPoll ? ['the poll'] : []),
  ...(isForward ? ['the forwarded message'] : []),
]

export const unsupportedPartsOf = ({
  sticker_items = [],
  poll,
  message_snapshots = [],
}: Pick<APIMessage, 'sticker_items' | 'poll' | 'message_snapshots'>) =>
  unsupportedParts({
    stickers: sticker_items.length,
    hasPoll: poll !== undefined,
    isForward: message_snapshots.length > 0,
  })

const plural = (count: number, one: string, many: string) => (count === 0 ? [] : [count === 1 ? one : many])

const list = new Intl.ListFormat('en')

/** Says what is missing from a message whose text was sent. */
export const sentWithout = (parts: string[]): Sentence =>
  sentence`The message was sent without ${list.format(parts)}. Only text and files reach the requester.`

/** Says why a message without text is not sent. */
export const noText = (parts: string[]): Sentence =>
  parts.length === 0
    ? sentence`The message has no text.`
    : sentence`The message has no text. Only text and files reach the requester, so describe ${list.format(parts)} in words.`

/** Says why a message can't be a comment. */
export const notValid = (error: z.ZodError): Sentence =>
  sentence`${error.issues[0]?.message ?? 'The text is not valid.'}`
