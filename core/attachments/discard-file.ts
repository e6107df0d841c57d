import type { Desk } from '../desk.ts'
import { conflict, notFound } from '../errors.ts'
import type { Actor } from '../users/user.ts'
import { removeFiles } from './remove-files.ts'

/** Removes a file that this person has uploaded and not attached. @throws not-found, conflict once it is attached */
export async function discardFile(
  desk: Pick<Desk, 'files' | 'fileBytes'>,
  actor: Actor,
  id: string,
): Promise<void> {
  const file = await desk.files.find(id)
  if (file?.by !== actor._id) throw notFound('file')
  if (file.owner) throw conflict('It is attached. Delete the comment that it belongs to.')
  await removeFiles(desk, [file])
}
