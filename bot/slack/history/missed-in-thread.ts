import type { GenericMessageEvent } from '@slack/types'
import { idFromKey } from '../../../core/ids.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { sentNoteKey, slackKey } from '../../../core/tickets/comments/own-message.ts'
import { type IncomingMessage, messageOf } from '../events/read-message.ts'

/**
 * Workspaces can let messages expire after a day or more. An older message that is missing may not have been deleted by
 * anybody.
 */
const expiresMs = 24 * 3_600_000

const msOf = (ts: string) => Number(ts) * 1_000

export type Thread = {
  place: 'slack' | 'slackModerators'
  channel: string
  team: string
  messages: GenericMessageEvent[]
}
type Known = Pick<Comment, '_id' | 'relayed' | 'deleted'>

/**
 * What the desk has missed in a thread that was read whole: new messages, edits, then deletions, each in order. Edits
 * from before then count as followed, so that an edit in the console is not undone.
 * @param since ms since 1970
 */
export function missedInThread(
  { place, channel, team, messages }: Thread,
  comments: Known[],
  { since, now }: { since: number; now: number },
): IncomingMessage[] {
  const keyOf = (ts: string) => slackKey(channel, ts)
  const withKey = (key: string) => comments.find(({ _id }) => _id === idFromKey(key))
  const commentOf = (ts: string) => withKey(sentNoteKey(keyOf(ts))) ?? withKey(keyOf(ts))
  const read = (message: GenericMessageEvent, state: 'new' | 'edited') =>
    messageOf(message, { channel, team, state }) ?? []
  const fresh = messages.filter(({ ts }) => msOf(ts) >= since && !commentOf(ts))
  const edited = messages
    .filter(({ ts, edited: edit }) => edit && msOf(edit.ts) >= since && commentOf(ts)?.deleted === undefined)
    .toSorted((one, other) => msOf(one.edited?.ts ?? '') - msOf(other.edited?.ts ?? ''))
    .filter((message) => !fresh.includes(message))
  const gone = comments.flatMap(({ _id, relayed: { [place]: ts }, deleted }) => {
    const isOwn = ts !== undefined && _id === commentOf(ts)?._id
    const isGone = isOwn && !deleted && !messages.some((message) => message.ts === ts)
    return isGone && msOf(ts) > now - expiresMs ? [deletedMessage(channel, ts)] : []
  })
  return [
    ...fresh.flatMap((message) => read(message, 'new')),
    ...edited.flatMap((message) => read(message, 'edited')),
    ...gone,
  ]
}

/** What people wrote outside of threads since then, oldest first. @param messages newest first */
export const missedOutsideThreads = (
  { channel, team, messages }: Omit<Thread, 'place'>,
  since: number,
): IncomingMessage[] =>
  messages
    .filter(({ ts }) => msOf(ts) >= since)
    .toReversed()
    .flatMap((message) => messageOf(message, { channel, team, state: 'new' }) ?? [])

const deletedMessage = (channel: string, ts: string): IncomingMessage => ({
  ...{ state: 'deleted', channel, ts, user: '', content: { text: '' }, files: [] },
  ...{ thread: undefined, threadBy: undefined },
})
