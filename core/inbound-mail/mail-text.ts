import { shortened } from '../rich-text/title.ts'
import { escapeMarkdown } from '../rich-text/write-markdown.ts'
import type { MailFiles } from './mail-files.ts'

/** Comments and descriptions take 10,000 characters. The rest leaves room to name what was left out. */
const maxBodyLength = 9_000
/** In UTF-16 units. No person writes more, so longer texts are cut before anything else reads them. */
const maxTextLength = 1_000_000

/**
 * A mail's text as Markdown that shows the same characters. A text that is too long is shortened, and kept whole as a
 * file. Files over a limit are named.
 */
export async function bodyOf(text: string, files: MailFiles): Promise<string> {
  const plain = text
    .slice(0, maxTextLength)
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
  const body = asMarkdown(plain)
  if (text.length > maxTextLength) files.leaveOut('end of the text', 'it has more than 1,000,000 characters')
  if (body.isShortened) await files.takeText(plain, 'whole mail.txt')
  const leftOut = files
    .leftOut()
    .slice(0, 10)
    .map(({ name, reason }) => `Not kept: ${name} (${reason})`)
  return [body.markdown, ...(leftOut.length > 0 ? [escapeMarkdown(leftOut.join('\n'))] : [])]
    .filter(Boolean)
    .join('\n\n')
}

/** Escapes make a text longer, up to twice as long, so it may have to be shortened more than once. */
function asMarkdown(plain: string): { markdown: string; isShortened: boolean } {
  if (plain.length > maxBodyLength)
    return { ...asMarkdown(shortened(plain, maxBodyLength)), isShortened: true }
  const markdown = plain && escapeMarkdown(plain)
  if (markdown.length <= maxBodyLength) return { markdown, isShortened: false }
  const fits = Math.floor((plain.length * maxBodyLength * 0.95) / markdown.length)
  return { ...asMarkdown(shortened(plain, fits)), isShortened: true }
}
