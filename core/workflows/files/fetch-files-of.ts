import { type AttachedFile, isPending } from '../../attachments/attached-file.ts'
import type { FileOwner } from '../../attachments/stored-file.ts'
import type { TicketEffect } from '../../outbox/entry.ts'
import { changeTicket } from '../../tickets/change-ticket.ts'
import type { Worker } from '../worker.ts'
import { fetchFile } from './fetch-file.ts'
import type { MessageWithFiles } from './message-with-files.ts'

/**
 * Fetches all files of one message, then shows them. A file that has to wait holds up the others of its message. Files are
 * marked as attached last, after which a repeated run does nothing.
 */
export async function fetchFilesOf(worker: Worker, message: MessageWithFiles) {
  const { desk } = worker
  const { owner, files, isInternal } = message
  const fetched: AttachedFile[] = []
  for (const file of files) fetched.push(isPending(file) ? await fetchFile(worker, message, file) : file)
  const ids = fetched.map(({ id }) => id)
  if (!files.some(isPending) && !(await desk.files.someLoose(ids))) return
  const effects = effectsOf(message, fetched).filter(({ queue }) => desk.enabledQueues.has(queue))
  // Without effects it is written, too, so that live clients load the ticket again.
  if (effects.length > 0 || files.some(isPending))
    await changeTicket(desk, owner.ticket, () => ({ set: {}, history: [], effects, isShown: !isInternal }))
  await desk.files.attached(ids, owner)
}

/** Shows in chat which files have arrived, and which never will. Their sender is notified of those. */
function effectsOf(message: MessageWithFiles, fetched: AttachedFile[]): TicketEffect[] {
  const { owner, files, shownOn, redraw } = message
  const arrived = shownOn.map((queue): TicketEffect => ({ queue, kind: 'files', ...about(owner) }))
  const failsNow = fetched.some(({ state, id }) => state === 'failed' && files.some(wasPending(id)))
  return [
    ...(fetched.some(({ state }) => state === 'ready') ? arrived : []),
    ...(failsNow ? [...redraw, notifySender(message)] : []),
  ]
}

const wasPending = (id: string) => (file: AttachedFile) => file.id === id && isPending(file)

const about = ({ comment }: FileOwner) => (comment ? { comment } : {})

/** In the chat where they sent the file. The console and the API can't notify anybody, so there it is a mail. */
const notifySender = ({ owner, by, sentFrom }: MessageWithFiles): TicketEffect => ({
  queue: sentFrom === 'slack' || sentFrom === 'discord' ? sentFrom : 'mail',
  kind: 'notify',
  to: by,
  topic: 'file-failed',
  ...about(owner),
})
