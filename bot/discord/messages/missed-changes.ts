import type { APIMessage } from 'discord-api-types/v10'
import { idFromKey } from '../../../core/ids.ts'
import type { Comment, CommentPlace } from '../../../core/tickets/comments/comment.ts'
import { isNewer } from '../snowflake.ts'

type Known = Pick<Comment, '_id' | 'relayed' | 'deleted' | 'editedAt'>
type Message = Pick<APIMessage, 'id' | 'edited_timestamp'>

/** The ids of the messages that became comments themselves, oldest first. Other comments are shown by the bot's own messages. */
export const sourceMessages = (comments: readonly Known[], place: CommentPlace): string[] =>
  comments
    .filter(({ deleted }) => !deleted)
    .flatMap(({ _id, relayed: { [place]: message } }) =>
      message && _id === idFromKey(`discord:${message}`) ? [message] : [],
    )
    .toSorted((one, other) => (isNewer(one, other) ? 1 : -1))

/** The id of the oldest message there that shows a comment. */
export const oldestShown = (comments: readonly Known[], place: CommentPlace): string | undefined =>
  comments
    .flatMap(({ deleted, relayed: { [place]: message } }) => (message && !deleted ? [message] : []))
    .reduce<string | undefined>((oldest, id) => (oldest && isNewer(id, oldest) ? oldest : id), undefined)

/**
 * What the desk has missed in a channel apart from new messages: edits in their order, and the messages that may have been
 * deleted. An edit that is older than the comment's own last one counts as followed, so that an edit in the console is
 * not undone.
 * @param messages those read, oldest first @param isWhole they reach back to the oldest comment
 * @param since ms since 1970
 */
export function missedChanges<Read extends Message>(
  { messages, isWhole }: { messages: Read[]; isWhole: boolean },
  comments: readonly Known[],
  { place, since }: { place: CommentPlace; since: number },
): { edited: Read[]; perhapsDeleted: string[] } {
  const editedAt = ({ edited_timestamp: at }: Message) => (at ? Date.parse(at) : 0)
  const followedAt = ({ id }: Message) =>
    comments.find(({ _id }) => _id === idFromKey(`discord:${id}`))?.editedAt?.getTime() ?? 0
  const edited = messages
    .filter((message) => editedAt(message) >= since && editedAt(message) > followedAt(message))
    .toSorted((one, other) => editedAt(one) - editedAt(other))
  const oldest = messages[0]?.id
  const wasRead = (id: string) => isWhole || (oldest !== undefined && isNewer(id, oldest))
  const ids = new Set(messages.map(({ id }) => id))
  const perhapsDeleted = sourceMessages(comments, place).filter((id) => wasRead(id) && !ids.has(id))
  return { edited, perhapsDeleted }
}
