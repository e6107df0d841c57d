import type { Desk } from '../../core/desk.ts'

/** A desk that can be told to fail at storing the next comments, as while its database fails over. */
export function withFailingComments(desk: Desk) {
  let failures = 0

  const insert: Desk['comments']['insert'] = async (comment) => {
    if (failures === 0) return desk.comments.insert(comment)
    failures -= 1
    throw new Error('The database fails over')
  }

  return {
    desk: { ...desk, comments: { ...desk.comments, insert } },
    fail: (times: number) => {
      failures = times
    },
  }
}
