import EmailReplyParser from 'email-reply-parser'
import { replyLine } from '../notifications/mail/mail.ts'

/** in UTF-16 units. A comment has 10,000; what comes later in a mail is quoted. */
export const maxReadLength = 50_000

const parser = new EmailReplyParser()

/**
 * What somebody wrote in an answer, without what they quote and without their signature. A crafted text may take very
 * long: see `reply-reader.ts`.
 * @param text the plain text of a mail, of which at most `maxReadLength` count
 * @returns empty when there is nothing but quotes
 */
export function replyText(text: string): string {
  const read = text.slice(0, maxReadLength).replace(/\r\n?/g, '\n')
  const written = withoutOurMail(read)
  return visibleText(written.trim() ? written : read)
}

/** Makes separate paragraphs of what stands before and after a quote. */
const visibleText = (text: string): string =>
  parser
    .read(text)
    .getFragments()
    .filter((fragment) => !fragment.isHidden())
    .map((fragment) => fragment.getContent().trim())
    .filter(Boolean)
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')

const isQuoted = (line: string) => /^ {0,3}[>|]/.test(line)

/**
 * Cuts off our own mail, which begins with a line that says so. That works in every language and with every mail program,
 * also with those that mark no quotes. Where they are marked, what follows them counts.
 */
export function withoutOurMail(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.includes(replyLine))
  if (at < 0) return text
  if (!isQuoted(lines[at] ?? '')) return withoutQuoteHead(lines.slice(0, at)).join('\n')
  const start = lines.findLastIndex((line, index) => index < at && !isQuoted(line)) + 1
  const after = lines.slice(at).filter((line) => !isQuoted(line))
  return [...withoutQuoteHead(lines.slice(0, start)), '', ...after].join('\n')
}

/** "-----Original Message-----" in any language, or the line that Outlook draws. */
const isSeparator = (line: string) => /^\s*(?:[-_]{3,}|\*{3,}|—{3,})/.test(line)
/** "From: Kim", as Outlook repeats the head of a mail, in any language. */
const isHeadField = (line: string) => /^\s*\*?\p{L}[^:：\n]{0,40}[:：]\*?(?:\s|$)/u.test(line)
const minHeadFields = 3
const maxAttributionLines = 3

/** Removes what mail programs write above a quote: the head of the mail, or "On Monday, Kim wrote:". */
function withoutQuoteHead(lines: string[]): string[] {
  const kept = trimmed(lines)
  const fields = kept.length - (kept.findLastIndex((line) => !isHeadField(line)) + 1)
  if (fields >= minHeadFields) return withoutSeparator(kept.slice(0, kept.length - fields))
  if (kept.length > 0 && isSeparator(kept.at(-1) ?? '')) return withoutSeparator(kept)
  const start = kept.findLastIndex((line) => line.trim() === '') + 1
  return isAttribution(kept.slice(start)) ? withoutSeparator(kept.slice(0, start)) : kept
}

/** It ends with a colon, and has a date or an address. */
const isAttribution = (block: string[]) =>
  block.length > 0 &&
  block.length <= maxAttributionLines &&
  /[:：]\s*$/.test(block.at(-1) ?? '') &&
  /\d|@/.test(block.join(' '))

function withoutSeparator(lines: string[]): string[] {
  const kept = trimmed(lines)
  return isSeparator(kept.at(-1) ?? '') ? trimmed(kept.slice(0, -1)) : kept
}

const trimmed = (lines: string[]) => lines.slice(0, lines.findLastIndex((line) => line.trim() !== '') + 1)
