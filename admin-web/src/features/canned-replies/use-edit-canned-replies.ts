import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { CannedReplyView } from '../../../../core/canned-replies/canned-reply-view.ts'
import { cannedRepliesKey } from '../../shared/canned-replies/use-canned-replies.ts'
import { request } from '../../shared/http/request.ts'

type Written = { name: string; text: string }

/** Adds a canned reply, or changes one as it was when it was opened. @param reply null: a new one */
export function useSaveCannedReply(reply: CannedReplyView | null, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Written) =>
      reply
        ? request(`/api/canned-replies/${reply.id}`, {
            method: 'PUT',
            body: { ...body, version: reply.version },
          })
        : request('/api/canned-replies', { method: 'POST', body }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: cannedRepliesKey }),
  })
}

export function useDeleteCannedReply({ id }: CannedReplyView, onDone: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => request(`/api/canned-replies/${id}`, { method: 'DELETE' }),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: cannedRepliesKey }),
  })
}
