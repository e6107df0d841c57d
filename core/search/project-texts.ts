import { inIndexOrder } from '../database/documentdb.ts'
import { rawCollection } from '../database/raw-collection.ts'
import type { Database } from '../open-database.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { ProjectedTicket, Projection } from '../tickets/store/project-tickets.ts'
import type { User } from '../users/user.ts'
import type { TextStore } from './text-store.ts'
import { type Account, type CommentWords, textsOf } from './ticket-texts.ts'

/** More than any real ticket has. Limits the cost of a ticket that a bot writes to. */
export const maxComments = 2_000
const inOrder = { ticket: 1, createdAt: 1, _id: 1 } as const

/** Updates the search texts of changed tickets. */
export function createTextProjection(
  database: Pick<Database, 'comments' | 'users'>,
  texts: TextStore,
): Projection {
  const comments = rawCollection<Comment>(database.comments)
  const users = rawCollection<User>(database.users)

  async function accountsOf(tickets: ProjectedTicket[]): Promise<Map<string, Account>> {
    const ids = tickets.flatMap(({ requester, assignee }) => [
      requester.id,
      ...(assignee ? [assignee.id] : []),
    ])
    const found = await users
      .find({ _id: { $in: [...new Set(ids)] } }, { projection: { name: 1, email: 1 } })
      .toArray()
    return new Map(found.map(({ _id, name, email }) => [_id, { name, email }]))
  }

  const commentsOn = (ids: string[], limit: number): Promise<CommentWords[]> =>
    inIndexOrder(
      comments.find<CommentWords>(
        { ticket: { $in: ids } },
        { projection: { ticket: 1, body: 1, visibility: 1 } },
      ),
      inOrder,
    )
      .limit(limit)
      .toArray()

  /** Uses one query for all tickets, or one per ticket when together they have too many comments. */
  async function commentsOnEach(ids: string[]): Promise<CommentWords[]> {
    const together = await commentsOn(ids, maxComments + 1)
    if (together.length <= maxComments) return together
    const each: CommentWords[] = []
    for (const id of ids) each.push(...(await commentsOn([id], maxComments)))
    return each
  }

  return async (tickets) => {
    const [found, accounts] = await Promise.all([
      commentsOnEach(tickets.map(({ _id }) => _id)),
      accountsOf(tickets),
    ])
    const results = tickets.map((ticket) =>
      textsOf(
        ticket,
        found.filter((one) => one.ticket === ticket._id),
        accounts,
      ),
    )
    await texts.save(results.flatMap(({ keep }) => keep))
    await texts.remove(results.flatMap(({ drop }) => drop))
  }
}
