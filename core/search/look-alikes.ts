import pTimeout from 'p-timeout'
import type { Desk } from '../desk.ts'
import type { ListedTicket } from '../tickets/lists/list-page.ts'
import { isResolved, type Ticket } from '../tickets/ticket.ts'
import type { Actor } from '../users/user.ts'

const maxOffered = 3

type Words = Pick<Ticket, 'title'> & Partial<Pick<Ticket, '_id' | 'description'>>

/** The requester's own unresolved tickets that may be about the same, the most similar first. */
export async function lookAlikes(
  { similar }: Pick<Desk, 'similar'>,
  requester: Pick<Actor, '_id'>,
  { _id, title, description = '' }: Words,
): Promise<ListedTicket[]> {
  const found = await similar.find(
    { title, description },
    {
      limit: maxOffered,
      except: _id,
      allows: (facts) => facts.requester === requester._id && !isResolved(facts),
    },
  )
  const present = await similar.present(found.map(({ id }) => id))
  return present.filter((one) => one.requester.id === requester._id && !isResolved(one))
}

const lookUpWithinMs = 200

/** The same beside a filing, which may neither fail nor wait because of it. */
export const lookAlikesInTime = (
  desk: Pick<Desk, 'similar' | 'log'>,
  requester: Pick<Actor, '_id'>,
  ticket: Words,
): Promise<ListedTicket[]> =>
  pTimeout(lookAlikes(desk, requester, ticket), { milliseconds: lookUpWithinMs, fallback: () => [] }).catch(
    (error: unknown) => {
      desk.log.warn({ err: error }, 'Similar tickets were not looked for')
      return []
    },
  )
