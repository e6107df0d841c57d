import type { Desk } from '../desk.ts'
import { notFound } from '../errors.ts'
import { newId } from '../ids.ts'
import { unknownType } from './attached-file.ts'
import { fileNameFrom } from './file-name.ts'
import { measureStream } from './measure.ts'
import { removeFiles } from './remove-files.ts'
import type { StoredFile } from './stored-file.ts'

/** @property id the same id stores the file once @property name as its sender calls it @property by user id */
export type NewFile = { id?: string; name: string; by: string }

/**
 * Stores a file, which belongs to nobody yet. A source that fails, or is too large, leaves nothing behind.
 * @throws too-large; what `source` throws
 */
export async function storeFile(
  desk: Pick<Desk, 'files' | 'fileBytes' | 'fileLimits' | 'now'>,
  source: AsyncIterable<Uint8Array>,
  { id = newId(), name, by }: NewFile,
): Promise<StoredFile> {
  const now = desk.now()
  const fresh: StoredFile = {
    ...{ _id: id, name: fileNameFrom(name), type: unknownType, size: 0, sha256: '', by },
    ...{ state: 'uploading', looseSince: now, createdAt: now },
  }
  const earlier = await desk.files.begin(fresh)
  if (earlier?.state === 'stored') return earlier
  // A process that was killed has left some of its bytes.
  if (earlier) await desk.fileBytes.remove(id)
  const { through, result } = measureStream(source, desk.fileLimits.fileBytes)
  try {
    await desk.fileBytes.write(id, through)
    const stored = await desk.files.stored(id, await result())
    if (!stored) throw notFound('file')
    return stored
  } catch (error) {
    await removeFiles(desk, [fresh])
    throw error
  }
}
