import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Visibility } from '../../../../../core/tickets/comments/comment.ts'
import type { CommentView } from '../../../shared/http/answers.ts'
import { isProblem } from '../../../shared/http/problem.ts'
import { request } from '../../../shared/http/request.ts'
import { useSubmissionKey } from '../../../shared/session/use-submission-key.ts'
import { ticketKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

export type NewComment = { body: string; visibility: Visibility; mentions: string[]; files?: string[] }

/** Adds a message. The same text sent twice is added once. */
export function useAddComment(id: string) {
  const { keyFor, done } = useSubmissionKey(`comment:${id}`)
  const client = useQueryClient()
  return useMutation({
    retry: (failures, error) => isProblem(error) && error.status === 0 && failures < 2,
    mutationFn: (body: NewComment) =>
      request<{ comment: CommentView; staysResolved: boolean }>(`/api/tickets/${id}/comments`, {
        method: 'POST',
        body,
        key: keyFor(body),
      }),
    onSuccess: ({ staysResolved }) => {
      done()
      if (staysResolved) toast('success', 'The ticket stays resolved. Not solved? Choose Reopen.')
      return client.invalidateQueries({ queryKey: ticketKey(id) })
    },
  })
}
