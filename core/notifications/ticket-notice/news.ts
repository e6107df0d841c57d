import type { Comment } from '../../tickets/comments/comment.ts'
import type { HistoryEntry } from '../../tickets/history-entry.ts'

/**
 * What happened. @property to user id of the recipient @property change the history entry that it is about
 * @property answeredByMail whether the recipient can answer the notification itself
 * @property isInThread whether it is shown in the thread where the requester replies
 */
export type News = {
  to?: string
  comment?: Comment | null
  change?: HistoryEntry | undefined
  answeredByMail?: boolean
  isInThread?: boolean
}
