import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MailOutcome } from '../../shared/http/answers.ts'
import { request } from '../../shared/http/request.ts'
import { toast } from '../../shared/toasts/toasts.ts'

const words: Record<MailOutcome, string> = {
  commented: 'The reply is on the ticket.',
  filed: 'The reply was filed as a new ticket.',
  refused: 'The desk refused the reply. A mail says why.',
  ignored: 'The desk ignored the reply.',
}

/** Delivers an answer to the desk, as a mail. */
export function useReply(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { text: string }) =>
      request<{ outcome: MailOutcome }>(`/api/mailbox/${encodeURIComponent(id)}/reply`, {
        method: 'POST',
        body,
      }),
    onSuccess: ({ outcome }) => {
      const isTaken = outcome === 'commented' || outcome === 'filed'
      toast(isTaken ? 'success' : 'error', words[outcome])
      return client.invalidateQueries({ queryKey: ['mailbox'] })
    },
  })
}
