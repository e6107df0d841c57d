import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CommentView } from '../../../shared/http/answers.ts'
import { errorMessage } from '../../../shared/http/problem.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'
import type { NewComment } from './use-add-comment.ts'

const pathOf = (ticket: string, comment: string) => `/api/tickets/${ticket}/comments/${comment}`

/** Edits the version of a comment that the reader has seen. */
export function useEditComment(ticket: string, { id, version }: CommentView) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (edit: Pick<NewComment, 'body' | 'mentions'>) =>
      request<{ comment: CommentView }>(pathOf(ticket, id), { method: 'PUT', body: { version, ...edit } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ticketKey(ticket) }),
  })
}

export function useDeleteComment(ticket: string, { id }: CommentView) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => request(pathOf(ticket, id), { method: 'DELETE' }),
    onError: (error) => toast('error', errorMessage(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ticketKey(ticket) }),
  })
}
