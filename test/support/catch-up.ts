import type { Database } from '../../core/database/connect.ts'
import type { Desk } from '../../core/desk.ts'
import { createHeadingKeeper } from '../../core/headings/keep-headings.ts'
import { createTextKeeper } from '../../core/search/keep-texts.ts'
import { createTicketFollower } from '../../core/tickets/follow-tickets.ts'

/** What a running desk does a second later: words and headings of the tickets that were changed. */
export const catchUp = (
  database: Database,
  desk: Pick<Desk, 'texts' | 'headings' | 'users'>,
  now: () => Date,
) =>
  createTicketFollower(
    database,
    [createTextKeeper(database, desk.texts), createHeadingKeeper(desk)],
    now,
  ).catchUp()
