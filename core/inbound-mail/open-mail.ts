import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser'
import { tooLarge } from '../errors.ts'
import { type MailHead, readHead } from './mail-head.ts'

export type MailPart = AttachmentStream | MessageText
/** @property parts attachments as they come, each to be read and released, and at the end the text. Read all of them */
export type OpenedMail = { head: MailHead; parts: AsyncIterable<MailPart> }

/** What nobody writes, and what would keep the process busy. Nested mails stay files. */
const limits = { maxHeadSize: 256 * 1_024, maxChildNodes: 200, maxHtmlLengthToParse: 1_000_000 }
const unused = {
  checksumAlgo: false,
  skipTextToHtml: true,
  skipImageLinks: true,
  ignoreEmbedded: true,
} as const

/**
 * Reads a mail (RFC 5322) as it comes: first its head, then its parts. Files are never whole in memory.
 * @param maxBytes of the mail as it travels @throws too-large; what `source` throws
 */
export async function openMail(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<OpenedMail> {
  const parser = new MailParser({ ...limits, ...unused })
  const head = once(parser, 'headers').then(() =>
    readHead(parser.headers || new Map(), parser.headerLines || []),
  )
  const fed = pipeline(bounded(source, maxBytes), parser)
  // Whoever reads the parts hears of it.
  fed.catch(() => undefined)
  return { head: await head, parts: partsOf(parser, fed) }
}

async function* partsOf(parser: MailParser, fed: Promise<void>): AsyncGenerator<MailPart> {
  for await (const part of parser) yield part as MailPart
  await fed
}

async function* bounded(source: AsyncIterable<Uint8Array>, maxBytes: number) {
  let bytes = 0
  for await (const chunk of source) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw tooLarge(`A mail may have ${Math.floor(maxBytes / 1_024 / 1_024)} MB.`)
    yield chunk
  }
}
