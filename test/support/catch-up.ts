import type { Desk } from '../../core/desk.ts'
import type { Database } from '../../core/open-database.ts'
import { createTextProjection } from '../../core/search/project-texts.ts'
import { createTicketProjector } from '../../core/tickets/store/project-tickets.ts'

/** What a running desk does a second later: the words of the tickets that were changed. */
export const catchUp = (database: Database, desk: Pick<Desk, 'texts'>, now: () => Date) =>
  createTicketProjector(database, [createTextProjection(database, desk.texts)], now).catchUp()
