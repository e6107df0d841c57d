import type { AnyBlock, RichTextBlock, RichTextElement } from '@slack/types'
import type { SlackContent } from './read-content.ts'

type Part = RichTextBlock['elements'][number] | RichTextElement

/** What people write between the mention and their words. */
const separator = /^[\s,:]+/

/**
 * Takes the app's mention out of a message, which nobody wants in a title.
 * @param bot user id of the app. Undefined: not known yet, so the mention stays
 */
export function withoutMention<Content extends SlackContent>(
  content: Content,
  bot: string | undefined,
): Content {
  if (!bot) return content
  const { text, blocks } = content
  return {
    ...content,
    ...(text === undefined ? {} : { text: inMrkdwn(text, bot) }),
    ...(blocks ? { blocks: blocks.map((block) => inBlock(block, bot)) } : {}),
  }
}

const inMrkdwn = (text: string, bot: string) =>
  text.replace(new RegExp(`<@${bot}(\\|[^>]*)?>[\\s,:]*`, 'g'), '').trim()

function inBlock(block: AnyBlock, bot: string): AnyBlock {
  if (block.type !== 'rich_text') return block
  const { elements } = block as RichTextBlock
  return { ...block, elements: inParts(elements, bot) } as RichTextBlock
}

function inParts<P extends Part>(parts: P[], bot: string): P[] {
  return parts.flatMap((part, index): P[] => {
    if (isMention(part, bot)) return []
    if ('elements' in part) return [{ ...part, elements: inParts<Part>(part.elements, bot) }]
    const before = parts[index - 1]
    if (part.type !== 'text' || !before || !isMention(before, bot)) return [part]
    const text = part.text.replace(separator, '')
    return text ? [{ ...part, text }] : []
  })
}

const isMention = (part: Part, bot: string) => part.type === 'user' && part.user_id === bot
