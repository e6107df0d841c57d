import type { Database } from '../../core/open-database.ts'
import { createTextStore } from '../../core/search/text-store.ts'
import { createTicketStore } from '../../core/tickets/store/ticket-store.ts'
import { createUserStore } from '../../core/users/user-store.ts'
import { catalogWith } from './lists.ts'

/** What lists are made from, on a test's own database. */
export const listDesk = (database: Database, now = () => new Date()) => ({
  tickets: createTicketStore(database, new Set(['triage']), now),
  users: createUserStore(database, new Set(), now),
  catalog: catalogWith,
  texts: createTextStore(database),
})
