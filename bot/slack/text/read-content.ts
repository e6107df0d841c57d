import type { AnyBlock, KnownBlock, MessageAttachment, RichTextBlock } from '@slack/types'
import type { Blockquote, Root, RootContent } from 'mdast'
import { withEmoji } from '../../../core/rich-text/emoji.ts'
import { readMarkdown } from '../../../core/rich-text/read-markdown.ts'
import { linesOf, paragraphsOf, text } from '../../../core/rich-text/tree.ts'
import type { NameOf } from './names.ts'
import { readMrkdwn, unescaped } from './read-mrkdwn.ts'
import { readRichText } from './read-rich-text.ts'

/** The parts of a Slack message that hold words. */
export type SlackContent = {
  text?: string | undefined
  blocks?: AnyBlock[] | undefined
  attachments?: MessageAttachment[] | undefined
}

/** Reads a message with all its words: those of people, and those that apps send in blocks and attachments. */
export function readContent(
  { text = '', blocks = [], attachments = [] }: SlackContent,
  nameOf: NameOf,
): Root {
  const body = bodyOf(text, blocks, nameOf)
  return {
    type: 'root',
    children: [
      ...body,
      ...attachments
        .filter((attachment) => body.length === 0 || !isPreview(attachment))
        .flatMap((attachment) => readAttachment(attachment, nameOf)),
    ],
  }
}

function bodyOf(mrkdwn: string, blocks: AnyBlock[], nameOf: NameOf): RootContent[] {
  const inMrkdwn = () => readMrkdwn(mrkdwn, nameOf).children
  const inBlocks = blocks.flatMap((block) => readBlock(block, nameOf))
  if (inBlocks.length === 0) return inMrkdwn()
  // A block of nothing but text says no more than the message's mrkdwn, in which some clients send formatting.
  return mrkdwn.trim() && blocks.every(isBareText) ? inMrkdwn() : inBlocks
}

const isBareText = (block: AnyBlock) =>
  block.type === 'rich_text' &&
  (block as RichTextBlock).elements.every(
    (part) =>
      part.type === 'rich_text_section' &&
      part.elements.every((element) => element.type === 'text' && !element.style),
  )

type TextObject = { type: string; text: string }

/** https://docs.slack.dev/reference/block-kit/blocks */
function readBlock(anyBlock: AnyBlock, nameOf: NameOf): RootContent[] {
  const block = anyBlock as KnownBlock
  const read = (object: TextObject | undefined) => readObject(object, nameOf)
  switch (block.type) {
    case 'rich_text':
      return readRichText(block, nameOf).children
    case 'markdown':
      return readMarkdown(block.text).children
    case 'header':
      return [{ type: 'heading', depth: 3, children: linesOf(plainOf(block.text.text)) }]
    case 'section':
      return [...read(block.text), ...(block.fields ?? []).flatMap(read)]
    case 'context':
      return block.elements.flatMap((element) => ('text' in element ? read(element) : []))
    case 'image':
    case 'video':
      return paragraphsOf([text(block.alt_text)])
    default:
      return []
  }
}

const plainOf = (words: string) => withEmoji(unescaped(words))

function readObject(object: TextObject | undefined, nameOf: NameOf): RootContent[] {
  if (!object) return []
  return object.type === 'mrkdwn'
    ? readMrkdwn(object.text, nameOf).children
    : paragraphsOf(linesOf(plainOf(object.text)))
}

type Attachment = MessageAttachment & {
  /** a message that somebody forwarded */
  is_share?: boolean
  from_url?: string
  message_blocks?: { message?: { blocks?: AnyBlock[] } }[]
}

/** What Slack shows of a link, which nobody wrote here. */
const isPreview = ({ from_url, is_share }: Attachment) => from_url !== undefined && !is_share

/** https://docs.slack.dev/legacy/legacy-messaging/legacy-secondary-message-attachments */
function readAttachment(attachment: Attachment, nameOf: NameOf): RootContent[] {
  const { pretext, title, title_link, text, fields = [], fallback, is_share: isForwarded } = attachment
  const mrkdwn = (words: string | undefined) => (words ? readMrkdwn(words, nameOf).children : [])
  const inBlocks = blocksOf(attachment).flatMap((block) => readBlock(block, nameOf))
  const heading = title ? mrkdwn(title_link ? `<${title_link}|${title}>` : title) : []
  const words = [
    ...mrkdwn(pretext),
    ...heading,
    ...(inBlocks.length > 0 ? inBlocks : mrkdwn(text)),
    ...fields.flatMap((field) => mrkdwn(`*${field.title}*\n${field.value}`)),
  ]
  // The fallback of a forwarded message names its time and author even if there are no words.
  if (isForwarded) return words.length > 0 ? forwarded(attachment, words) : []
  return words.length > 0 ? words : mrkdwn(fallback)
}

const forwarded = ({ author_name: author }: Attachment, children: RootContent[]): RootContent[] => [
  ...paragraphsOf([text(`Forwarded message${author ? ` from ${author}` : ''}:`)]),
  { type: 'blockquote', children: children as Blockquote['children'] },
]

const blocksOf = ({ blocks, message_blocks = [] }: Attachment): AnyBlock[] =>
  blocks && blocks.length > 0 ? blocks : message_blocks.flatMap(({ message }) => message?.blocks ?? [])
