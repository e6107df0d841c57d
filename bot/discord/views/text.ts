const ellipsis = '…'
const fence = '```'

/**
 * Shortens Markdown and closes a code block that the cut leaves open. Counts code points, as Discord does.
 * @param max code points in the result
 */
export function truncateMarkdown(text: string, max: number): string {
  const characters = [...text]
  if (characters.length <= max) return text
  const kept = characters.slice(0, Math.max(0, max - ellipsis.length - fence.length - 1)).join('')
  const isOpen = (kept.split(fence).length - 1) % 2 === 1
  return `${kept.trimEnd()}${ellipsis}${isOpen ? `\n${fence}` : ''}`
}

export const lengthOf = (text: string) => [...text].length

/** Shortens text to one line, for titles and thread names, which show plain text. */
export function oneLine(text: string, max: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  return characters.length <= max
    ? characters.join('')
    : `${characters.slice(0, max - 1).join('')}${ellipsis}`
}

/** Whether Discord accepts the URL in a button: at most 512 characters, and a host with a dot. */
export function isLinkable(url: string): boolean {
  if (url.length > 512 || !URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return (protocol === 'https:' || protocol === 'http:') && /[.:]/.test(hostname)
}
