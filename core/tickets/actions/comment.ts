import { z } from 'zod'
import { type AttachedFile, type IncomingFile, sizeOf } from '../../attachments/attached-file.ts'
import { fileIdsSchema, takeFiles } from '../../attachments/take-files.ts'
import type { Desk } from '../../desk.ts'
import { idFromKey } from '../../ids.ts'
import { chatQueues, type TicketEffect } from '../../outbox/entry.ts'
import type { Person } from '../../trace.ts'
import { staffAmong } from '../../users/staff-among.ts'
import { personOf } from '../../users/user.ts'
import { type Act, type Change, historyEntry, redrawStaffCard } from '../change.ts'
import { anyCommentBodySchema, type Comment, commentPlaces, visibilities } from '../comments/comment.ts'
import { commentRecipients, watchersWith } from '../comments/comment-recipients.ts'
import { mentionsSchema, peopleMentioned } from '../comments/mentions.ts'
import { replyMeaning } from '../comments/thanks.ts'
import { afterComment } from '../conversation.ts'
import { fetchFiles } from '../files/fetch-effect.ts'
import { assertTakesMore } from '../history-limits.ts'
import { isRequester, isStaff, type Permission } from '../permissions.ts'
import { watchersOf } from '../recipients.ts'
import type { Ticket } from '../ticket.ts'
import { type Asked, defineAction } from './action.ts'
import { resumeWork } from './reopen.ts'

const commentFields = z.strictObject({
  body: anyCommentBodySchema.default('').describe('may be empty beside files'),
  visibility: z.enum(visibilities).default('public'),
  mentions: mentionsSchema.optional(),
  files: fileIdsSchema.optional(),
})

/** A comment has text, files or both. JSON Schema says so in `anyOf`. */
export const newCommentSchema = commentFields
  .refine(({ body, files = [] }) => body !== '' || files.length > 0, {
    message: 'Write something.',
    path: ['body'],
  })
  .meta({
    anyOf: [
      { required: ['body'], properties: { body: { pattern: '\\S' } } },
      { required: ['files'], properties: { files: { minItems: 1 } } },
    ],
  })

const commentInput = commentFields.extend({
  key: z
    .string()
    .describe('idempotency key, e.g. `slack:<channel>:<ts>`: a repeated delivery makes no second comment'),
  message: z.string().optional().describe('the chat message that became this comment'),
  place: z
    .enum(commentPlaces)
    .optional()
    .describe('where that message is; absent: in the surface’s own thread'),
  incoming: z.array(z.custom<IncomingFile>()).optional().describe('files of the chat message'),
})

const mayComment: Permission = { verb: 'comment on', rule: () => true }
const mayNote: Permission = { verb: 'write internal notes on', rule: isStaff }

/**
 * Comment: a public comment is relayed to every other surface, an internal note to none. When the requester comments, a
 * waiting ticket goes back to in progress, and a resolved one reopens, unless the comment is or may be no more than a thank you.
 */
export const comment = defineAction({
  input: commentInput,
  uses: 'comments',
  permissions: { comment: mayComment, note: mayNote },
  needs: (_ticket, { input }) => [input.visibility === 'internal' ? mayNote : mayComment],
  async prepare(desk, ticket, asked) {
    assertTakesMore(ticket)
    const { input, actor, surface } = asked
    const { visibility, mentions: ids = [] } = input
    const mentions = await peopleMentioned(desk, actor, { ticket, visibility, ids, surface })
    const files = await filesFor(desk, ticket, asked)
    const stored = await desk.comments.insert(newComment(ticket, asked, mentions, files))
    const notified =
      visibility === 'internal' ? [ticket.assignee, ...watchersOf(ticket), ...mentions] : mentions
    return { comment: stored, staff: await staffAmong(desk, notified) }
  },
  decide(ticket, { prepared, ...asked }) {
    const posted = { ...asked, ...prepared }
    const { _id, visibility, mentions = [], files = [] } = prepared.comment
    if (isRecorded(ticket, _id)) return null
    assertTakesMore(ticket)
    const isInternal = visibility === 'internal'
    const line = historyEntry(asked, isInternal ? 'noted' : 'commented', { comment: _id })
    const reply = isInternal ? null : replyOf(ticket, posted)
    const watching = watchersWith(mentions, prepared.staff, ticket)
    return {
      set: { ...reply?.set, ...watching, ...moreBytes(ticket, files) },
      ...(isInternal ? {} : { conversation: afterComment(ticket, prepared.comment) }),
      history: [line, ...(reply?.history ?? [])],
      effects: [
        ...(isInternal ? [] : relays(posted, ticket)),
        ...fetchFiles(files, _id),
        ...(reply?.effects ?? ('watchers' in watching ? redrawStaffCard : [])),
        ...commentRecipients(posted, { ...ticket, ...reply?.set }),
      ],
    }
  },
  words: { summary: 'Comment on a ticket', success: 'Commented.' },
})

type Posted = Asked<z.infer<typeof commentInput>>

const isRecorded = ({ history }: Pick<Ticket, 'history'>, comment: string) =>
  history.some((line) => line.comment === comment)

/** A repeated delivery takes nothing: the stored comment has its files. */
async function filesFor(desk: Desk, ticket: Ticket, { actor, input }: Posted): Promise<AttachedFile[]> {
  const comment = idFromKey(input.key)
  if (isRecorded(ticket, comment)) return []
  return takeFiles(desk, input, {
    by: personOf(actor).id,
    owner: { ticket: ticket._id, comment },
    ticketBytes: ticket.fileBytes ?? 0,
  })
}

const moreBytes = ({ fileBytes = 0 }: Ticket, files: AttachedFile[]) =>
  files.length > 0 ? { fileBytes: fileBytes + sizeOf(files) } : {}

function newComment(
  ticket: Ticket,
  { actor, surface, now, input }: Posted,
  mentions: Person[],
  files: AttachedFile[],
): Comment {
  const { key, message, body, visibility, place = surface } = input
  return {
    _id: idFromKey(key),
    ticket: ticket._id,
    author: personOf(actor),
    fromRequester: isRequester(actor, ticket),
    fromStaff: isStaff(actor),
    body,
    ...(files.length > 0 ? { files } : {}),
    visibility,
    ...(mentions.length > 0 ? { mentions } : {}),
    surface,
    relayed: message && (surface === 'slack' || surface === 'discord') ? { [place]: message } : {},
    createdAt: now,
  }
}

/**
 * Every chat shows it, but not the thread that it was written in. What comes from a form may be in no thread yet.
 * Discord may show it in two threads: to the staff, and to the requester.
 */
const relays = ({ comment }: { comment: Comment }, { surfaces }: Ticket) =>
  chatQueues
    .filter(
      (queue) => !comment.relayed[queue] || (queue === 'discord' && surfaces.discordRequester !== undefined),
    )
    .map((queue): TicketEffect => ({ queue, kind: 'comment', comment: comment._id }))

/** The people on the ticket may be thanked by name. */
const meaningOf = ({ body }: Pick<Comment, 'body'>, ticket: Ticket) =>
  replyMeaning(
    body,
    [ticket.requester, ticket.assignee, ticket.resolution?.by, ...watchersOf(ticket)].flatMap((person) =>
      person ? [person.name] : [],
    ),
  )

/**
 * Whether a comment left its resolved ticket as it was, though it may say more than thanks. The surface then offers its
 * requester to reopen the ticket.
 */
export const mayHaveMeantToReopen = (comment: Comment, ticket: Ticket) =>
  ticket.status === 'resolved' &&
  comment.visibility === 'public' &&
  comment.author.id === ticket.requester.id &&
  meaningOf(comment, ticket) === 'unsure'

/** How a requester's public comment changes the status. Null: not at all. */
function replyOf(ticket: Ticket, { actor, surface, comment }: Act & { comment: Comment }): Change | null {
  if (!isRequester(actor, ticket)) return null
  const reopens = ticket.status === 'resolved' && meaningOf(comment, ticket) === 'news'
  if (ticket.status !== 'waiting' && !reopens) return null
  return {
    ...resumeWork(ticket),
    history: reopens ? [historyEntry({ actor, surface }, 'reopened')] : [],
  }
}
