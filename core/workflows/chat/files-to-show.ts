import { infected, scanFile } from '../../attachments/scan-file.ts'
import type { OutgoingFile } from '../../notifications/messengers/sending.ts'
import { RefusedByProvider } from '../../provider-errors.ts'
import type { Comment, CommentPlace } from '../../tickets/comments/comment.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { Worker } from '../worker.ts'

type Showing = { comment?: string | undefined }

/** The files of a ticket or comment that a chat shows. Null: none, or they were deleted meanwhile. */
export async function filesToShow(
  worker: Pick<Worker, 'desk' | 'appUrl'>,
  ticket: Ticket,
  { comment }: Showing,
): Promise<OutgoingFile[] | null> {
  const message = comment ? await worker.desk.comments.find(comment) : ticket
  if (!message || message.deleted || ticket.deleted) return null
  const ready = (message.files ?? []).filter(({ state }) => state === 'ready')
  return ready.length > 0 ? ready.map((file) => outgoing(worker, file)) : null
}

const outgoing = (
  { desk, appUrl }: Pick<Worker, 'desk' | 'appUrl'>,
  { id, name, type, size }: Pick<OutgoingFile, 'id' | 'name' | 'type' | 'size'>,
): OutgoingFile => ({
  ...{ id, name, type, size },
  url: `${appUrl}${desk.fileLinks.pathOf(id)}`,
  async open() {
    const file = await desk.files.find(id)
    const virus = file && (await scanFile(desk, file))
    if (!file || virus) throw new RefusedByProvider(virus ? infected(virus) : 'The file was deleted')
    return desk.fileBytes.readWhole(file)
  },
})

/** What to delete in a place with a deleted comment. A requester's files on Discord are stored with the staff's. */
export const postedFiles = ({ deleted, filesRelayed }: Comment, place: CommentPlace): string[] =>
  deleted && place !== 'discordRequester' ? (filesRelayed?.[place] ?? []) : []
