import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { request } from '../../shared/http/request.ts'
import { ticketListsKey } from '../../shared/tickets/ticket-keys.ts'

/** Notes that this person has read the ticket as it is now. Not while its page is in the background. */
export function useMarkRead(id: string, version: number | undefined) {
  const client = useQueryClient()
  useEffect(() => {
    if (version === undefined) return
    const mark = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', mark)
      request(`/api/tickets/${encodeURIComponent(id)}/read`, { method: 'PUT' })
        .then(() => client.invalidateQueries({ queryKey: ticketListsKey, refetchType: 'none' }))
        .catch(() => {}) // it stays unread, and the next visit marks it
    }
    document.addEventListener('visibilitychange', mark)
    mark()
    return () => document.removeEventListener('visibilitychange', mark)
  }, [client, id, version])
}
