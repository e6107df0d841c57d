import { z } from 'zod'
import type { Desk } from '../desk.ts'
import { invalid } from '../errors.ts'
import { idFromKey, idSchema } from '../ids.ts'
import { type AttachedFile, type IncomingFile, sizeOf, unknownType } from './attached-file.ts'
import { type FileLimits, maxPerMessage } from './file-limits.ts'
import { fileNameFrom } from './file-name.ts'
import { fileSize } from './file-size.ts'
import { needsScan } from './scan-file.ts'
import type { FileOwner, StoredFile } from './stored-file.ts'

/** Files that their sender has uploaded. The desk may allow fewer. */
export const fileIdsSchema = z
  .array(idSchema)
  .max(maxPerMessage, `Attach at most ${maxPerMessage} files.`)
  .describe('ids of files from POST /api/files')

/** What somebody attaches: the ids of files that they have uploaded, and files still in a chat. */
export type Attaching = { files?: string[] | undefined; incoming?: IncomingFile[] | undefined }

/**
 * Takes files for a ticket or comment that is about to be written with them. Taking them again for the same gives the
 * same. Files from chat are always listed, because their message exists: those over a limit are listed as failed.
 * @param by user id @param ticketBytes what the ticket's files have so far
 * @throws invalid at `files`: too many or too large, not this person's, or attached already
 */
export async function takeFiles(
  desk: Pick<Desk, 'files' | 'fileLimits' | 'scanner'>,
  { files: ids = [], incoming = [] }: Attaching,
  { by, owner, ticketBytes }: { by: string; owner: FileOwner; ticketBytes: number },
): Promise<AttachedFile[]> {
  const limits = desk.fileLimits
  if (ids.length > limits.perMessage) throw invalid('files', `Attach at most ${limits.perMessage} files.`)
  const uploaded = await takeUploaded(desk, [...new Set(ids)], { by, owner })
  if (ticketBytes + sizeOf(uploaded) > limits.ticketBytes)
    throw invalid('files', `The files of one ticket may have ${fileSize(limits.ticketBytes, 'en')} in all.`)
  const files = [...uploaded]
  for (const file of incoming)
    files.push(incomingFile(file, owner, problemOf(file, files, limits, ticketBytes)))
  return files
}

async function takeUploaded(
  desk: Pick<Desk, 'files' | 'scanner'>,
  ids: string[],
  { by, owner }: { by: string; owner: FileOwner },
): Promise<AttachedFile[]> {
  if (ids.length === 0) return []
  const taken = new Map((await desk.files.take(ids, by, owner)).map((file) => [file._id, file]))
  return ids.map((id) => {
    const file = taken.get(id)
    if (!file)
      throw invalid('files', 'A file is unknown, somebody else’s or attached already: upload it again.')
    return attachedFrom(desk, file)
  })
}

/** A stored file as its ticket or comment lists it. */
export const attachedFrom = (desk: Pick<Desk, 'scanner'>, file: StoredFile): AttachedFile => ({
  ...{ id: file._id, name: file.name, type: file.type, size: file.size },
  state: needsScan(desk, file) ? 'scanning' : 'ready',
})

function problemOf(file: IncomingFile, sofar: AttachedFile[], limits: FileLimits, ticketBytes: number) {
  if (file.size > limits.fileBytes) return `It has more than ${fileSize(limits.fileBytes, 'en')}.`
  if (sofar.length >= limits.perMessage) return `A message may have ${limits.perMessage} files.`
  if (ticketBytes + sizeOf(sofar) + file.size > limits.ticketBytes)
    return `The files of one ticket may have ${fileSize(limits.ticketBytes, 'en')} in all.`
  return null
}

/** Its id names the owner and the place, so that a repeated delivery finds the same file. */
const incomingFile = (
  { name, size, from }: IncomingFile,
  { ticket, comment }: FileOwner,
  problem: string | null,
): AttachedFile => ({
  id: idFromKey(`file:${comment ?? ticket}:${JSON.stringify(from)}`),
  ...{ name: fileNameFrom(name), type: unknownType, size: Math.max(0, Math.round(size)) || 0 },
  ...(problem ? { state: 'failed', reason: problem } : { state: 'coming', from }),
})
