import type { RichTextBlock, RichTextElement } from '@slack/types'

const special = /(<@U\w+>|https?:\/\/[^\s<>]+)/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** As Slack sends what people type: `&`, `<` and `>` are its own signs and come as entities. */
export const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign)

/**
 * What a person types, as their client sends it: mrkdwn with links in angle brackets, and the same as rich_text.
 * `<@U1>` stands for a mention chosen from the list.
 */
export function typedText(typed: string): { text: string; block: RichTextBlock } {
  const parts = typed.split(special).filter(Boolean)
  const words = parts.map((part) => {
    if (part.startsWith('http')) return `<${escaped(part)}>`
    return special.test(part) ? part : escaped(part)
  })
  const elements = parts.map((part): RichTextElement => {
    if (part.startsWith('http')) return { type: 'link', url: part }
    return special.test(part) ? { type: 'user', user_id: part.slice(2, -1) } : { type: 'text', text: part }
  })
  return {
    text: words.join(''),
    block: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
  }
}
