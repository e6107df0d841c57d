import type { Desk } from '../../core/desk.ts'
import type { Comment } from '../../core/tickets/comments/comment.ts'

/**
 * A desk that can be told to fail at storing the next comments, as while its database fails over.
 * @param maxFor how often it may fail at the same comment
 */
export function withFailingComments(
  desk: Desk,
  maxFor: (comment: Comment) => number = () => Number.POSITIVE_INFINITY,
) {
  let failures = 0
  const failed = new Map<string, number>()

  const insert: Desk['comments']['insert'] = async (comment) => {
    const times = failed.get(comment._id) ?? 0
    if (failures === 0 || times === maxFor(comment)) return desk.comments.insert(comment)
    failures -= 1
    failed.set(comment._id, times + 1)
    throw new Error('The database fails over')
  }

  return {
    desk: { ...desk, comments: { ...desk.comments, insert } },
    fail: (times: number) => {
      failures = times
    },
  }
}
