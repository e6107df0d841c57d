import type { Desk } from '../../../core/desk.ts'
import type { Sentence } from '../../../core/text/sentence.ts'
import {
  commentOfMessage,
  deletedInChat,
  editedInChat,
} from '../../../core/tickets/comments/change-in-chat.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { sentNoteKey, slackKey } from '../../../core/tickets/comments/own-message.ts'
import { bodyOf } from './message-body.ts'
import type { IncomingMessage } from './read-message.ts'
import type { MessageDependencies, Received } from './received.ts'

export const commentKeyOf = ({ channel, ts }: Pick<IncomingMessage, 'channel' | 'ts'>) =>
  slackKey(channel, ts)

/** What the requester got of a moderator's message by “Send to requester”. Null: nothing */
export const sentCommentOf = (
  desk: Pick<Desk, 'comments'>,
  message: Pick<IncomingMessage, 'channel' | 'ts'>,
) => commentOfMessage(desk, sentNoteKey(commentKeyOf(message)))

/** Lets what was sent to the requester follow an edit of the message. @returns why not, or null @throws refusals */
export async function updateSentComment(
  deps: MessageDependencies,
  args: Received,
  message: IncomingMessage,
  sent: Comment,
): Promise<Sentence | null> {
  const { desk } = deps
  const author = await desk.users.find(sent.author.id)
  if (!author?.active || sent.deleted || message.state === 'new') return null
  const content = await bodyOf(deps, args, message)
  if ('refusal' in content) return content.refusal
  await editedInChat(desk, author, sent, { surface: 'slack', ...content })
  return null
}

/** Deletes what a deleted message became. @returns null: there is nothing to say */
export async function deleteWithMessage(
  { desk }: Pick<MessageDependencies, 'desk'>,
  message: IncomingMessage,
): Promise<null> {
  const comment =
    (await sentCommentOf(desk, message)) ?? (await commentOfMessage(desk, commentKeyOf(message)))
  const author = comment && (await desk.users.find(comment.author.id))
  if (comment && author?.active) await deletedInChat(desk, author, comment, 'slack')
  return null
}
