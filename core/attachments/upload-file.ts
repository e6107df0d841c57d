import type { Desk } from '../desk.ts'
import { invalid, tooMany } from '../errors.ts'
import { RetryLater } from '../provider-errors.ts'
import { type Actor, personOf } from '../users/user.ts'
import { fileSize } from './file-size.ts'
import { removeFiles } from './remove-files.ts'
import { infected, scanFile } from './scan-file.ts'
import { storeFile } from './store-file.ts'
import type { StoredFile } from './stored-file.ts'

type Uploading = Pick<Desk, 'files' | 'fileBytes' | 'fileLimits' | 'scanner' | 'limits' | 'now'>

/**
 * Stores a file that somebody uploads, to attach it to a ticket or comment within a day. While the virus scanner is away,
 * the file is stored and not handed out.
 * @throws invalid for an empty or infected file; too-large; too-many; what `source` throws
 */
export async function uploadFile(
  desk: Uploading,
  actor: Actor,
  source: AsyncIterable<Uint8Array>,
  name: string,
): Promise<StoredFile> {
  await desk.limits.take(actor, 'files')
  await assertFewLoose(desk, actor)
  const file = await storeFile(desk, source, { name, by: personOf(actor).id })
  const problem = file.size === 0 ? 'The file is empty.' : await virusIn(desk, file)
  if (!problem) return (await desk.files.find(file._id)) ?? file
  await removeFiles(desk, [file])
  throw invalid('file', problem)
}

const virusIn = async (desk: Uploading, file: StoredFile) => {
  const virus = await scanFile(desk, file).catch((error: unknown) => {
    if (!(error instanceof RetryLater)) throw error
    return null
  })
  return virus && infected(virus)
}

const loosenAfterSeconds = 3_600

/** Nobody can fill the database with files that belong to no ticket. */
async function assertFewLoose({ files, fileLimits }: Uploading, { _id }: Actor) {
  if ((await files.looseBytes(_id)) < fileLimits.ticketBytes) return
  throw tooMany(
    `You have uploaded ${fileSize(fileLimits.ticketBytes, 'en')} that are on no ticket yet. Send them or remove some.`,
    loosenAfterSeconds,
  )
}
