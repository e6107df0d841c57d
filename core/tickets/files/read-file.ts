import type { StoredFile } from '../../attachments/stored-file.ts'
import type { Desk } from '../../desk.ts'
import { isRefusal, notFound } from '../../errors.ts'
import type { Actor } from '../../users/user.ts'
import { readComment } from '../comments/read-comment.ts'
import { readTicket } from '../read-tickets.ts'

type Reading = Pick<Desk, 'files' | 'tickets' | 'comments'>

/**
 * A file that this person may have: of a ticket and comment that they can read, or their own upload.
 * @throws not-found, also when they may not know of it
 */
export async function readFile(desk: Reading, actor: Actor, id: string): Promise<StoredFile> {
  const file = await desk.files.find(id)
  if (file?.state !== 'stored' || !(await mayRead(desk, actor, file))) throw notFound('file')
  return file
}

async function mayRead(desk: Reading, actor: Actor, file: StoredFile): Promise<boolean> {
  const { ticket, comment } = file
  if (!ticket) return file.by === actor._id
  try {
    if (comment) await readComment(desk, actor, { id: ticket, comment })
    else await readTicket(desk, actor, ticket)
    return isListed(desk, file)
  } catch (error) {
    if (!isRefusal(error)) throw error
    // The ticket or comment that it was taken for may not be written yet.
    return file.by === actor._id && file.looseSince !== undefined
  }
}

/** Whether the ticket or comment that a file was taken for exists and lists it. */
export async function isListed(
  { tickets, comments }: Pick<Reading, 'tickets' | 'comments'>,
  { _id, ticket, comment }: StoredFile,
): Promise<boolean> {
  if (!ticket) return false
  const owner = comment ? await comments.find(comment) : await tickets.find(ticket)
  return owner !== null && !owner.deleted && (owner.files ?? []).some(({ id }) => id === _id)
}

/** A file by its signed link, for whoever has it. @throws not-found when the link is wrong, or has expired */
export async function readLinkedFile(
  desk: Reading & Pick<Desk, 'fileLinks'>,
  token: string,
): Promise<StoredFile> {
  const id = desk.fileLinks.read(token)
  const file = id === null ? null : await desk.files.find(id)
  if (file?.state !== 'stored' || !(await isListed(desk, file)))
    throw notFound('file, or its link has expired')
  return file
}
