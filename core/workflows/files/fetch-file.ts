import { type AttachedFile, unknownType } from '../../attachments/attached-file.ts'
import { removeFiles } from '../../attachments/remove-files.ts'
import { infected, scanFile } from '../../attachments/scan-file.ts'
import { storeFile } from '../../attachments/store-file.ts'
import type { StoredFile } from '../../attachments/stored-file.ts'
import { attachedFrom } from '../../attachments/take-files.ts'
import { isRefusal } from '../../errors.ts'
import type { OpenedFile } from '../../notifications/messengers/sending.ts'
import { RefusedByProvider } from '../../provider-errors.ts'
import type { Worker } from '../worker.ts'
import type { MessageWithFiles } from './message-with-files.ts'

/**
 * Stores and scans one file, and updates it where it is listed.
 * @returns the file, `ready` or `failed` @throws RetryLater when the chat or the scanner is away
 */
export async function fetchFile(
  worker: Worker,
  message: MessageWithFiles,
  file: AttachedFile,
): Promise<AttachedFile> {
  const { desk } = worker
  const stored = await storedFor(worker, message, file)
  if ('failed' in stored) return updateListed(worker, message, failed(file, stored.failed))
  const arrived = attachedFrom(desk, stored)
  if (arrived.state === 'scanning') await updateListed(worker, message, arrived)
  const virus = await scanFile(desk, stored)
  return updateListed(
    worker,
    message,
    virus ? failed(arrived, infected(virus)) : { ...arrived, state: 'ready' },
  )
}

const failed = ({ id, name, type, size }: AttachedFile, reason: string): AttachedFile => ({
  ...{ id, name, type: type || unknownType, size },
  state: 'failed',
  reason,
})

/** A file that arrives after its message was deleted is removed. */
async function updateListed(
  { desk }: Worker,
  { update }: MessageWithFiles,
  file: AttachedFile,
): Promise<AttachedFile> {
  if (!(await update(file))) await removeFiles(desk, [{ _id: file.id }])
  return file
}

async function storedFor(
  worker: Worker,
  { by }: MessageWithFiles,
  { id, name, from }: AttachedFile,
): Promise<StoredFile | { failed: string }> {
  const { desk } = worker
  const earlier = await desk.files.find(id)
  if (earlier?.state === 'stored') return earlier
  if (!from) return { failed: 'It is no longer there.' }
  try {
    const { stream } = await open(worker, from)
    return await storeFile(desk, stream, { id, name, by })
  } catch (error) {
    if (isRefusal(error)) return { failed: error.message }
    if (error instanceof RefusedByProvider) return { failed: 'The chat does not hand it out.' }
    throw error
  }
}

function open({ slack, discord }: Worker, from: NonNullable<AttachedFile['from']>): Promise<OpenedFile> {
  if ('slack' in from && slack) return slack.openFile(from)
  if ('discord' in from && discord) return discord.openFile(from)
  throw new RefusedByProvider('The chat of this file is not configured')
}
