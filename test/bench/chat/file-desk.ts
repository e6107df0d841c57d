import { apiClient } from '../../support/api-client.ts'
import { waitFor } from '../../support/wait-for.ts'
import { adminToken } from '../admin-token.ts'
import { startDeskOfCheckout } from '../desk-of-checkout.ts'
import { sampleTicket } from '../sample-ticket.ts'

export type FileDesk = Awaited<ReturnType<typeof startFileDesk>>

const tickets = 50

/**
 * A desk with a database of its own, some tickets, and nothing left to do for them. Not the one of the chats: every byte
 * would pass through the bench once more on its way to the database that can be slowed.
 */
export async function startFileDesk(report: (line: string) => void) {
  const { url, pid, setupToken, stop } = await startDeskOfCheckout(process.cwd(), {
    DESK_LIMIT_TICKETS: '0',
    DESK_LIMIT_FILES: '0',
  })
  try {
    const token = await adminToken({ url, setupToken })
    const api = apiClient(url, token)
    report(`${tickets} tickets for the lists that are asked for while files move`)
    for (let filed = 0; filed < tickets; filed += 1) await api.post('/api/tickets', sampleTicket)
    await waitFor(() => nothingOwed(api), {
      what: 'the work for the tickets',
      timeoutMs: 120_000,
      everyMs: 500,
    })
    return { url, pid, token, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function nothingOwed(api: ReturnType<typeof apiClient>): Promise<boolean> {
  const { body } = await api.get<{ pending: { documents: number } }>('/api/health')
  return body.pending.documents === 0
}
