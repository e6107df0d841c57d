import type { Desk } from '../desk.ts'
import type { StoredFile } from './stored-file.ts'

type Files = Pick<Desk, 'files' | 'fileBytes'>

/** Removes files. The bytes go first: if the rest fails, their document still leads to what is left. */
export async function removeFiles(desk: Files, files: readonly Pick<StoredFile, '_id'>[]): Promise<void> {
  for (const { _id } of files) {
    await desk.fileBytes.remove(_id)
    await desk.files.remove(_id)
  }
}

/** @param owner id of a comment, or of a ticket for the files of its description */
export const removeFilesOf = async (desk: Files, owner: string) =>
  removeFiles(desk, await desk.files.ofOwner(owner))

/** Removes all files of a ticket and its comments. */
export const removeFilesOfTicket = async (desk: Files, ticket: string) =>
  removeFiles(desk, await desk.files.ofTicket(ticket))
