import { removeFilesOf } from '../../attachments/remove-files.ts'
import {
  type ChatQueue,
  chatQueues,
  type EntryIn,
  type TicketEntry,
  UnknownEntry,
} from '../../outbox/entry.ts'
import { redrawCards } from '../../tickets/change.ts'
import { type Comment, versionOf } from '../../tickets/comments/comment.ts'
import { isOwnMessage } from '../../tickets/comments/own-message.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { changedComment } from '../chat/changed-comment.ts'
import type { Worker } from '../worker.ts'
import { taskPerDocument, type Workflow } from '../workflow.ts'
import { fetchFilesOf } from './fetch-files-of.ts'

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

/** A file that has to wait holds up no other message: its chat may be down while another works. */
async function handleOthers(worker: Worker, ticket: Ticket, failed: FilesEntry) {
  for (const entry of ticket.outbox)
    if (entry.queue === 'files' && entry.id !== failed.id)
      await handle(worker, ticket, entry).catch(() => undefined) // a failed entry stays, and is tried again
}

async function handle(worker: Worker, ticket: Ticket, entry: FilesEntry) {
  const { desk } = worker
  switch (entry.kind) {
    case 'fetch-files':
      return entry.comment
        ? fetchForComment(worker, ticket, await desk.comments.find(entry.comment))
        : fetchForDescription(worker, ticket)
    case 'remove-files':
      if ((await changedComment(desk, entry))?.deleted) await removeFilesOf(desk, entry.comment)
      return
    default:
      throw new UnknownEntry(entry)
  }
}

/** The description is shown to moderators alone: its writer has the card. */
const fetchForDescription = (worker: Worker, ticket: Ticket) =>
  fetchFilesOf(worker, {
    owner: { ticket: ticket._id },
    by: ticket.requester.id,
    sentFrom: ticket.source,
    files: ticket.deleted ? [] : (ticket.files ?? []),
    isInternal: false,
    shownOn: ['slackModerators', 'discord'],
    redraw: redrawCards,
    update: (file) => worker.desk.tickets.updateFile(ticket._id, file),
  })

async function fetchForComment(worker: Worker, ticket: Ticket, comment: Comment | null) {
  if (!comment) return
  const { _id, author, surface, files = [], visibility, deleted } = comment
  const isInternal = visibility === 'internal'
  const shownOn = isInternal ? [] : chatQueues.filter((chat) => isToShow(chat, comment, ticket))
  const version = versionOf(comment)
  await fetchFilesOf(worker, {
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

/** A message shows its own files where it was written. A form doesn't, and on Discord the other thread doesn't. */
function isToShow(chat: ChatQueue, comment: Comment, ticket: Ticket): boolean {
  if (chat === 'slack') return comment.surface !== 'slack' || !comment.fromRequester
  if (chat === 'discord' && ticket.surfaces.discordRequester) return true
  return !isOwnMessage(chat, comment, ticket)
}
