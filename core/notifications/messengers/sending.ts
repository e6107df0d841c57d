import type { Readable } from 'node:stream'
import type { Ticket } from '../../tickets/ticket.ts'

/**
 * How to send a message once.
 * @property key the outbox entry's id, stored in the message where the platform allows it
 * @property mayExist an earlier attempt may have succeeded, so look for the message first
 * @property onlyFind what it shows was deleted meanwhile: if the message isn't there, post none and throw RefusedByProvider
 */
export type Sending = { key: string; mayExist: boolean; onlyFind?: boolean }

/**
 * How to show files once. No chat keeps a key with files.
 * @property noted what an earlier attempt may have posted. Null: nothing
 * @property note stores what is about to be posted, in the form that `removeFiles` takes
 */
export type FileSending = Sending & { noted: string | null; note: (posted: string) => Promise<unknown> }

/** What a requester's card shows. @property usualAnswerMinutes when to expect an answer, after filing; null: nobody knows */
export type RequesterCard = { ticket: Ticket; usualAnswerMinutes: number | null }

/**
 * A file to show in a chat.
 * @property size in bytes @property open streams its bytes @property url a link that anybody can download it from, for
 * seven days: for what the chat doesn't take
 */
export type OutgoingFile = {
  id: string
  name: string
  type: string
  size: number
  open: () => Promise<Readable>
  url: string
}

/** @property emoji its characters @property isShown false takes it away */
export type OutgoingReaction = { emoji: string; isShown: boolean }

/** A file that was sent in a chat. @property size in bytes, as the platform states it */
export type OpenedFile = { stream: Readable; size: number }
