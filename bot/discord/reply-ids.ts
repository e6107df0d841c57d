import { isId } from '../../core/ids.ts'

/** The custom id of the form in which an answer is written. */
export const newReplyId = 'reply'

const actions = ['change', 'take-back'] as const
export type ReplyAction = (typeof actions)[number]

/**
 * The custom id of a button below a sent answer, and of its form. Never change the format: buttons on old messages keep
 * theirs for years.
 * @param comment the answer's id
 */
export const replyIdOf = (action: ReplyAction, comment: string) => `reply-${action}:${comment}`

/** @returns null for another id */
export function readReplyId(customId: string): { action: ReplyAction; comment: string } | null {
  const [, wanted, comment = ''] = /^reply-([a-z-]+):(.*)$/.exec(customId) ?? []
  const action = actions.find((one) => one === wanted)
  return action && isId(comment) ? { action, comment } : null
}
