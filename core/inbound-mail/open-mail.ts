import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser'
import { invalid, isRefusal, tooLarge } from '../errors.ts'
import { type MailHead, readHead } from './mail-head.ts'

export type MailPart = AttachmentStream | MessageText
/**
 * @property parts attachments as they come, each to be read and released, and at the end the text. Read all of them
 * @property stop reads no further
 */
export type OpenedMail = { head: MailHead; parts: AsyncIterable<MailPart>; stop: () => void }

/** No mail by a person reaches these. They keep a crafted one from occupying the process. Nested mails stay files. */
const limits = { maxHeadSize: 256 * 1_024, maxChildNodes: 200, maxHtmlLengthToParse: 1_000_000 }
const unused = {
  checksumAlgo: false,
  skipTextToHtml: true,
  skipImageLinks: true,
  ignoreEmbedded: true,
} as const

/**
 * Reads a mail (RFC 5322) as it comes: first its head, then its parts. Files are never whole in memory.
 * @param maxBytes of the mail as it travels @throws too-large; invalid for what no mail program writes; what `source` throws
 */
export async function openMail(source: AsyncIterable<Uint8Array>, maxBytes: number): Promise<OpenedMail> {
  const parser = new MailParser({ ...limits, ...unused })
  const head = once(parser, 'headers').then(() =>
    readHead(parser.headers || new Map(), parser.headerLines || []),
  )
  const { given, isWhole } = bounded(source, maxBytes)
  const stopping = new AbortController()
  const fed = pipeline(given, parser, { signal: stopping.signal }).catch((error: unknown) => {
    throw isWhole() && !isRefusal(error) ? invalid('mail', 'The mail can’t be read.') : error
  })
  // Whoever reads the parts gets the error.
  fed.catch(() => undefined)
  return {
    head: await head.catch(because(fed)),
    parts: partsOf(parser, fed),
    stop: () => stopping.abort(),
  }
}

/** When the head can't be read, what fed the parser knows the reason, and the parser does not. */
const because = (fed: Promise<void>) => async (error: unknown) => {
  await fed
  throw error
}

async function* partsOf(parser: MailParser, fed: Promise<void>): AsyncGenerator<MailPart> {
  try {
    for await (const part of parser) yield part as MailPart
  } finally {
    // The parser's own error says only that it was stopped. This throws the reason.
    await fed
  }
}

/** @returns `isWhole`: the source has not failed, so what fails is the mail itself */
function bounded(source: AsyncIterable<Uint8Array>, maxBytes: number) {
  let failed = false
  async function* given() {
    let bytes = 0
    try {
      for await (const chunk of source) {
        bytes += chunk.byteLength
        if (bytes > maxBytes) throw tooLarge(`A mail may have ${Math.floor(maxBytes / 1_024 / 1_024)} MB.`)
        yield chunk
      }
    } catch (error) {
      failed = true
      throw error
    }
  }
  return { given, isWhole: () => !failed }
}
