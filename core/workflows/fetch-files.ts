import { type AttachedFile, isPending, unknownType } from '../attachments/attached-file.ts'
import { removeFiles, removeFilesOf } from '../attachments/remove-files.ts'
import { infected, scanFile } from '../attachments/scan-file.ts'
import { storeFile } from '../attachments/store-file.ts'
import type { FileOwner, StoredFile } from '../attachments/stored-file.ts'
import { attachedFrom } from '../attachments/take-files.ts'
import { isRefusal } from '../errors.ts'
import type { OpenedFile } from '../notifications/messengers.ts'
import {
  type ChatQueue,
  chatQueues,
  type EntryIn,
  type TicketEffect,
  type TicketEntry,
  UnknownEntry,
} from '../outbox/entry.ts'
import { RefusedByProvider } from '../provider-errors.ts'
import type { Surface } from '../surface-names.ts'
import { redrawCards } from '../tickets/change.ts'
import { changeTicket } from '../tickets/change-ticket.ts'
import { type Comment, versionOf } from '../tickets/comments/comment.ts'
import { isOwnMessage } from '../tickets/comments/own-message.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { changedComment } from './chat/changed-comment.ts'
import type { Worker } from './worker.ts'
import { taskPerDocument, type Workflow } from './workflow.ts'

type FilesEntry = EntryIn<'files', TicketEntry>

/** Files are read in pieces, but 20 large ones at once would leave little of a connection to the rest. */
const fileConcurrency = 5

/** Runs when a ticket or comment was written with files, or a comment with files was deleted. */
export const fetchFiles = (worker: Worker): Workflow => ({
  queue: 'files',
  step: 'fetch and scan files',
  concurrency: fileConcurrency,
  on: {
    tickets: taskPerDocument((id) =>
      worker.desk.tickets.outbox.drain(id, 'files', async (ticket, entry) => {
        await handle(worker, ticket, entry).catch(async (error: unknown) => {
          await handleOthers(worker, ticket, entry)
          throw error
        })
        return { result: `#${ticket.number} ${entry.kind}` }
      }),
    ),
  },
})

/** A file that has to wait holds up no other message: its chat may be away, and another one there. */
async function handleOthers(worker: Worker, ticket: Ticket, failed: FilesEntry) {
  for (const entry of ticket.outbox)
    if (entry.queue === 'files' && entry.id !== failed.id)
      await handle(worker, ticket, entry).catch(() => undefined) // it is tried again by itself
}

async function handle(worker: Worker, ticket: Ticket, entry: FilesEntry) {
  const { desk } = worker
  switch (entry.kind) {
    case 'fetch-files':
      return entry.comment
        ? settleComment(worker, ticket, await desk.comments.find(entry.comment))
        : settleDescription(worker, ticket)
    case 'remove-files':
      if ((await changedComment(desk, entry))?.deleted) await removeFilesOf(desk, entry.comment)
      return
    default:
      throw new UnknownEntry(entry)
  }
}

/** The description is shown to moderators alone: its writer has the card. */
const settleDescription = (worker: Worker, ticket: Ticket) =>
  settle(worker, {
    owner: { ticket: ticket._id },
    by: ticket.requester.id,
    sentFrom: ticket.source,
    files: ticket.deleted ? [] : (ticket.files ?? []),
    isInternal: false,
    shownOn: ['slackModerators', 'discord'],
    redraw: redrawCards,
    update: (file) => worker.desk.tickets.updateFile(ticket._id, file),
  })

async function settleComment(worker: Worker, ticket: Ticket, comment: Comment | null) {
  if (!comment) return
  const { _id, author, surface, files = [], visibility, deleted } = comment
  const isInternal = visibility === 'internal'
  const shownOn = isInternal ? [] : chatQueues.filter((chat) => isToShow(chat, comment, ticket))
  const version = versionOf(comment)
  await settle(worker, {
    owner: { ticket: ticket._id, comment: _id },
    by: author.id,
    sentFrom: surface,
    files: ticket.deleted || deleted ? [] : files,
    isInternal,
    shownOn,
    redraw: shownOn.map((queue) => ({ queue, kind: 'comment-changed', comment: _id, version })),
    update: (file) => worker.desk.comments.updateFile(_id, file),
  })
}

/** Where a message was written, it has its files. A form has none there, and Discord may have two threads. */
function isToShow(chat: ChatQueue, comment: Comment, ticket: Ticket): boolean {
  if (chat === 'slack') return comment.surface !== 'slack' || !comment.fromRequester
  if (chat === 'discord' && ticket.surfaces.discordRequester) return true
  return !isOwnMessage(chat, comment, ticket)
}

/** @property redraw shows the message again, with the files that never come @property update replaces a file where it is listed. False: it is no longer listed */
type Message = {
  owner: FileOwner
  by: string
  sentFrom: Surface
  files: AttachedFile[]
  isInternal: boolean
  shownOn: readonly ChatQueue[]
  redraw: TicketEffect[]
  update: (file: AttachedFile) => Promise<boolean>
}

/**
 * Gets all files of one message ready, then shows them. A file that has to wait holds up the others of its message. They
 * are marked as attached last: a message whose files are is done.
 */
async function settle(worker: Worker, message: Message) {
  const { desk } = worker
  const { owner, files, isInternal } = message
  const settled: AttachedFile[] = []
  for (const file of files) settled.push(isPending(file) ? await settleFile(worker, message, file) : file)
  const ids = settled.map(({ id }) => id)
  if (!files.some(isPending) && !(await desk.files.someLoose(ids))) return
  const effects = toShow(message, settled).filter(({ queue }) => desk.enabledQueues.has(queue))
  // It also tells whoever looks at the ticket. A repeated run tells again; what is shown is delivered once.
  if (effects.length > 0 || files.some(isPending))
    await changeTicket(desk, owner.ticket, () => ({ set: {}, history: [], effects, isShown: !isInternal }))
  await desk.files.attached(ids, owner)
}

/** What is to be shown in chat now: the files that have come, and which never come. Their sender hears of those, too. */
function toShow(message: Message, settled: AttachedFile[]): TicketEffect[] {
  const { owner, files, shownOn, redraw } = message
  const arrived = shownOn.map((queue): TicketEffect => ({ queue, kind: 'files', ...about(owner) }))
  const failsNow = settled.some(({ state, id }) => state === 'failed' && files.some(wasPending(id)))
  return [
    ...(settled.some(({ state }) => state === 'ready') ? arrived : []),
    ...(failsNow ? [...redraw, tellSender(message)] : []),
  ]
}

const wasPending = (id: string) => (file: AttachedFile) => file.id === id && isPending(file)

const about = ({ comment }: FileOwner) => (comment ? { comment } : {})

/** Where they sent the file. In the console and by the API, nobody is written to, so they get a mail. */
const tellSender = ({ owner, by, sentFrom }: Message): TicketEffect => ({
  queue: sentFrom === 'slack' || sentFrom === 'discord' ? sentFrom : 'mail',
  kind: 'notify',
  to: by,
  topic: 'file-failed',
  ...about(owner),
})

/** Stores and scans one file, and updates it where it is listed. @throws RetryLater when chat or scanner are away */
async function settleFile(worker: Worker, message: Message, file: AttachedFile): Promise<AttachedFile> {
  const { desk } = worker
  const stored = await storedFor(worker, message, file)
  if ('failed' in stored) return listed(worker, message, failed(file, stored.failed))
  const arrived = attachedFrom(desk, stored)
  if (arrived.state === 'scanning') await listed(worker, message, arrived)
  const virus = await scanFile(desk, stored)
  return listed(worker, message, virus ? failed(arrived, infected(virus)) : { ...arrived, state: 'ready' })
}

const failed = ({ id, name, type, size }: AttachedFile, reason: string): AttachedFile => ({
  ...{ id, name, type: type || unknownType, size },
  state: 'failed',
  reason,
})

/** A file that arrives after its message was deleted goes again. */
async function listed({ desk }: Worker, { update }: Message, file: AttachedFile): Promise<AttachedFile> {
  if (!(await update(file))) await removeFiles(desk, [{ _id: file.id }])
  return file
}

async function storedFor(
  worker: Worker,
  { by }: Message,
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
