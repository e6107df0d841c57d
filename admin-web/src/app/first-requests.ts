import { listAddress } from '../shared/http/list-address.ts'

/**
 * What pages ask the API for first, by their paths in the router. The page's HTML preloads it, so that answers come while
 * the scripts load. A browser uses a preloaded answer only for the same address, word for word.
 */
export const firstRequests: Record<string, string[]> = {
  '/queue': [
    listAddress('/api/tickets', { view: 'assigned', status: 'open,in_progress,waiting', sort: 'queue' }),
    listAddress('/api/tickets', { view: 'queue' }),
  ],
  '/tickets/:id': ['/api/tickets/:id', '/api/tickets/:id/comments?limit=100'],
}
