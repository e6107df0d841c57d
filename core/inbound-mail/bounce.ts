import type { AttachmentStream } from 'mailparser'
import type { MailHead } from './mail-head.ts'
import type { MailPart } from './open-mail.ts'

/** @property messageId of the mail that came back @property reason what the mail server said, e.g. "550 5.1.1 User unknown" */
export type Bounce = { messageId: string; reason: string }

/** A report and the head of the mail that came back are shorter. */
const maxRead = 64 * 1_024

/** Whether a mail server says what became of a mail (RFC 3464). */
export const isDeliveryReport = ({ fields }: Pick<MailHead, 'fields'>): boolean =>
  /^multipart\/report\b.*\breport-type="?delivery-status\b/is.test(fields.get('content-type')?.[0] ?? '')

/**
 * Reads a delivery report.
 * @param parts of the mail; all are read
 * @returns null when nothing has failed, or the report doesn't say for which mail
 */
export async function readBounce(parts: AsyncIterable<MailPart>): Promise<Bounce | null> {
  let report = ''
  let returned = ''
  for await (const part of parts)
    if (part.type === 'text') report = (part.text ?? '').slice(0, maxRead)
    else returned += await beginningOf(part)
  const messageId = /^message-id:\s*(<[^<>\s]{1,500}>)/im.exec(returned)?.[1]
  if (fieldIn(report, 'Action').toLowerCase() !== 'failed' || !messageId) return null
  const reason = fieldIn(report, 'Diagnostic-Code').replace(/^smtp;\s*/i, '') || fieldIn(report, 'Status')
  return { messageId, reason: reason.slice(0, 500) }
}

/** A field of the report, unfolded. */
const fieldIn = (report: string, name: string): string =>
  (new RegExp(`^${name}:(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(report)?.[1] ?? '').replace(/\s+/g, ' ').trim()

async function beginningOf(part: AttachmentStream): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of part.content as AsyncIterable<Buffer>) {
    if (bytes < maxRead) chunks.push(chunk)
    bytes += chunk.length
  }
  part.release?.()
  return Buffer.concat(chunks).subarray(0, maxRead).toString()
}
