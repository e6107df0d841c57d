import type { RichTextBlock, RichTextElement } from '@slack/types'

/** The words of rich text, with the signs that Slack's composer turns into formatting. */
export function plainOfRichText(block: Pick<RichTextBlock, 'elements'>): string {
  return block.elements
    .map((part) => {
      if (part.type === 'rich_text_list')
        return part.elements.map((item) => `• ${runs(item.elements as RichTextElement[])}`).join('\n')
      const words = runs(part.elements as RichTextElement[])
      if (part.type === 'rich_text_preformatted') return `\`\`\`${words}\`\`\``
      return part.type === 'rich_text_quote' ? words.replace(/^/gm, '> ') : words
    })
    .join('\n')
}

const runs = (elements: RichTextElement[]) => elements.map(run).join('')

function run(element: RichTextElement): string {
  switch (element.type) {
    case 'text':
      return signed(element.text, element.style)
    case 'link':
      return element.text && element.text !== element.url ? `<${element.url}|${element.text}>` : element.url
    case 'user':
      return `<@${element.user_id}>`
    case 'channel':
      return `<#${element.channel_id}>`
    case 'emoji':
      return `:${element.name}:`
    case 'broadcast':
      return `@${element.range}`
    default:
      return ''
  }
}

const signs = { code: '`', bold: '*', italic: '_', strike: '~' } as const

function signed(text: string, style: Record<string, unknown> | undefined): string {
  return Object.entries(signs).reduce(
    (words, [name, sign]) => (style?.[name] ? sign + words + sign : words),
    text,
  )
}
