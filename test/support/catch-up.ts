import type { Database } from '../../core/database/connect.ts'
import type { Desk } from '../../core/desk.ts'
import { createTextKeeper } from '../../core/search/keep-texts.ts'
import { createTicketFollower } from '../../core/tickets/follow-tickets.ts'

/** What a running desk does a second later: the words of the tickets that were changed. */
export const catchUp = (database: Database, desk: Pick<Desk, 'texts'>, now: () => Date) =>
  createTicketFollower(database, [createTextKeeper(database, desk.texts)], now).catchUp()
