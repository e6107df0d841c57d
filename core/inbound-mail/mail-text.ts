import { shortened } from '../rich-text/title.ts'
import { escapeMarkdown } from '../rich-text/write-markdown.ts'
import type { MailFiles } from './mail-files.ts'

/** Comments and descriptions have 10,000 characters. The rest is for what was left out. */
const longestBody = 9_000
/** The parser of Markdown is only given so much. */
const longestPlain = 20_000

/**
 * A mail's text as Markdown that shows the same characters. A text that is too long is shortened, and kept whole as a
 * file. Files that are too much are named.
 */
export async function bodyOf(text: string, files: MailFiles): Promise<string> {
  const plain = text
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  const body = asMarkdown(plain.slice(0, longestPlain))
  if (body.isShortened || plain.length > longestPlain) await files.takeText(plain, 'whole mail.txt')
  const leftOut = files
    .leftOut()
    .slice(0, 10)
    .map(({ name, reason }) => `Not kept: ${name} (${reason})`)
  return [body.markdown, ...(leftOut.length > 0 ? [escapeMarkdown(leftOut.join('\n'))] : [])]
    .filter(Boolean)
    .join('\n\n')
}

/** Escapes make a text longer, so it may have to be shortened more than once. */
function asMarkdown(plain: string): { markdown: string; isShortened: boolean } {
  const markdown = plain && escapeMarkdown(plain)
  if (markdown.length <= longestBody) return { markdown, isShortened: false }
  const most = Math.floor(Math.min(longestBody, plain.length) * 0.9)
  return { ...asMarkdown(shortened(plain, most)), isShortened: true }
}
