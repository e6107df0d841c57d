import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { errorMessage } from '../../../shared/http/problem.ts'
import { request } from '../../../shared/http/request.ts'
import { ticketListsKey } from '../../../shared/tickets/ticket-keys.ts'
import { toast } from '../../../shared/toasts/toasts.ts'

export function useDelete(id: string, number: number) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => request(`/api/tickets/${id}`, { method: 'DELETE' }),
    onSuccess: async () => {
      toast('success', `#${number} deleted`)
      await navigate('/all', { replace: true })
      await client.invalidateQueries({ queryKey: ticketListsKey })
    },
    onError: (error) => toast('error', errorMessage(error)),
  })
}
