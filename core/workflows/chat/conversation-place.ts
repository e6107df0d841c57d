import type {
  FileSending,
  OutgoingFile,
  OutgoingReaction,
  Sending,
} from '../../notifications/messengers/sending.ts'
import type { Sentence } from '../../text/sentence.ts'
import type { Comment, CommentPlace } from '../../tickets/comments/comment.ts'

/** What to store about where a ticket is shown, by the paths of its fields. */
export type Fields = Record<string, unknown>

/**
 * One of the places in chat that show a ticket's conversation.
 * @property at where it is now. Null: nowhere, or not any more
 * @property inThread runs work where it is, and creates again what somebody has deleted. @returns what to store about that
 * @property revise updates the message that shows a comment, or deletes it with the comment
 * @property removeFiles deletes what `postFiles` has posted, or has noted and may have posted
 */
export type ConversationPlace<At> = {
  name: CommentPlace
  at: () => Promise<At | null | undefined>
  inThread: (work: (at: At) => Promise<unknown>) => Promise<Fields | undefined>
  postComment: (comment: Comment, at: At, sending: Sending) => Promise<string>
  postFiles: (files: OutgoingFile[], at: At, sending: FileSending) => Promise<string>
  react: (reaction: OutgoingReaction, at: At, message: string) => Promise<void>
  revise: (comment: Comment, at: At, message: string, reactions: readonly Sentence[]) => Promise<void>
  removeFiles: (posted: string) => Promise<void>
}
