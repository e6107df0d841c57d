import { escapeMarkdown } from 'discord.js'

const ellipsis = '…'
const fence = '```'

/**
 * Markdown that fits, counted in code points as Discord counts; a code block that is cut open is closed again.
 * @param most of code points in the result
 */
export function cut(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const kept = letters.slice(0, Math.max(0, most - ellipsis.length - fence.length - 1)).join('')
  const isOpen = (kept.split(fence).length - 1) % 2 === 1
  return `${kept.trimEnd()}${ellipsis}${isOpen ? `\n${fence}` : ''}`
}

export const lengthOf = (text: string) => [...text].length

/** For places that show plain text, such as titles and thread names: one line, cut to fit. */
export function oneLine(text: string, most: number): string {
  const letters = [...text.replace(/\s+/g, ' ').trim()]
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}${ellipsis}`
}

/** A person's words inside a line of ours: one line, and their Markdown is shown as they typed it. */
export const quoted = (text: string, most: number) =>
  escapeMarkdown(oneLine(text, most), {
    heading: true,
    bulletedList: true,
    numberedList: true,
    maskedLink: true,
  })

/** Discord takes web addresses of at most 512 characters in a button, and refuses hosts without a dot. */
export function isLinkable(url: string): boolean {
  if (url.length > 512 || !URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return (protocol === 'https:' || protocol === 'http:') && /[.:]/.test(hostname)
}
