import type { mongo } from 'mongoose'
import type { Database } from '../database/connect.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import type { Keeper } from '../tickets/follow-tickets.ts'
import type { TextStore } from './text-store.ts'
import { type Said, textsOf } from './texts-of.ts'

/** For one batch: enough for any real ticket, and an end for one that a robot writes to. */
const mostComments = 2_000

/** Keeps the words of tickets up to date for search. */
export function createTextKeeper(database: Pick<Database, 'comments'>, texts: TextStore): Keeper {
  const comments = database.comments.collection as unknown as mongo.Collection<Comment>

  const saidIn = (ids: string[]): Promise<Said[]> =>
    comments
      .find({ ticket: { $in: ids } }, { projection: { ticket: 1, body: 1, visibility: 1 } })
      .limit(mostComments)
      .toArray()

  return async (tickets) => {
    const said = await saidIn(tickets.map(({ _id }) => _id))
    const results = tickets.map((ticket) =>
      textsOf(
        ticket,
        said.filter((one) => one.ticket === ticket._id),
      ),
    )
    await texts.save(results.flatMap(({ keep }) => keep))
    await texts.remove(results.flatMap(({ drop }) => drop))
  }
}
