import { Readable } from 'node:stream'
import type { AttachmentStream } from 'mailparser'
import type { AttachedFile } from '../attachments/attached-file.ts'
import { fileNameFrom } from '../attachments/file-name.ts'
import { fileSize } from '../attachments/file-size.ts'
import { removeFiles } from '../attachments/remove-files.ts'
import { type NewFile, storeFile } from '../attachments/store-file.ts'
import type { StoredFile } from '../attachments/stored-file.ts'
import type { Desk } from '../desk.ts'
import { isRefusal } from '../errors.ts'

/** In bytes. Smaller pictures within the text are logos and lines of signatures. */
const minPictureBytes = 16 * 1_024
const signatures = /^application\/(?:x-)?(?:pkcs7|pgp)-signature$/

type Keeping = { by: string; ticketBytes: number }

/**
 * Stores the files of one mail, to be attached to its comment or ticket. Files over a limit are left out and named. A
 * provider may deliver a mail again while its first delivery is under way, so each delivery stores files of its own.
 * @param ticketBytes what the ticket's files have so far
 */
export function createMailFiles(
  desk: Pick<Desk, 'files' | 'fileBytes' | 'fileLimits' | 'now'>,
  { by, ticketBytes }: Keeping,
) {
  const kept: StoredFile[] = []
  const leftOut: { name: string; reason: string }[] = []

  const leaveOut = (name: string, reason: string) => void leftOut.push({ name: fileNameFrom(name), reason })
  const bytes = () => kept.reduce((sum, { size }) => sum + size, ticketBytes)

  async function store(
    source: AsyncIterable<Uint8Array>,
    name: string,
    isWanted = (_file: StoredFile) => true,
  ) {
    const { perMessage, ticketBytes: most } = desk.fileLimits
    if (kept.length >= perMessage) return leaveOut(name, `a message may have ${perMessage} files`)
    const file = await storeOrSay(desk, source, { name, by })
    if (typeof file === 'string') return leaveOut(name, file)
    const isTooMuch = bytes() + file.size > most
    if (isTooMuch) leaveOut(name, `the files of one ticket may have ${fileSize(most, 'en')} in all`)
    if (isTooMuch || file.size === 0 || !isWanted(file)) await removeFiles(desk, [file])
    else kept.push(file)
  }

  /** Reads one attachment to its end. */
  async function take(part: AttachmentStream) {
    const { content, contentType, contentDisposition, filename, related } = part
    const isInText = related || (contentDisposition === 'inline' && contentType.startsWith('image/'))
    try {
      if (!signatures.test(contentType))
        await store(
          content,
          filename ?? nameFor(contentType),
          ({ size }) => !isInText || size >= minPictureBytes,
        )
    } finally {
      content.resume()
      part.release?.()
    }
  }

  const takeText = (text: string, name: string) => store(Readable.from([Buffer.from(text)]), name)

  /** Removes what the stored comment or ticket does not list, because it came from another delivery of the mail. */
  const removeUnlisted = (listed: readonly AttachedFile[] = []) =>
    removeFiles(
      desk,
      kept.filter(({ _id }) => !listed.some(({ id }) => id === _id)),
    )

  return {
    take,
    takeText,
    leaveOut,
    removeUnlisted,
    ids: () => kept.map(({ _id }) => _id),
    leftOut: () => leftOut,
  }
}

export type MailFiles = ReturnType<typeof createMailFiles>

/** @returns why it is not stored, if it is too large */
const storeOrSay = (
  desk: Parameters<typeof storeFile>[0],
  source: AsyncIterable<Uint8Array>,
  file: NewFile,
): Promise<StoredFile | string> =>
  storeFile(desk, source, file).catch((error: unknown) => {
    if (!isRefusal(error) || error.kind !== 'too-large') throw error
    return `it has more than ${fileSize(desk.fileLimits.fileBytes, 'en')}`
  })

const nameFor = (contentType: string) =>
  contentType === 'message/rfc822' ? 'mail.eml' : contentType.startsWith('image/') ? 'picture' : 'file'
