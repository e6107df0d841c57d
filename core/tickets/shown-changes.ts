import type { Actor } from '../users/user.ts'
import type { Change } from './change.ts'
import type { HistoryEntry } from './history-entry.ts'
import { isStaff } from './permissions.ts'
import type { Ticket } from './ticket.ts'

/** History entries that only staff see. */
export const staffLines: ReadonlySet<HistoryEntry['action']> = new Set([
  'noted',
  'edited note',
  'deleted note',
  'watched',
  'unwatched',
  'got duplicate',
  'lost duplicate',
  'passed on',
])

/** Fields of which other people see nothing, or only what concerns themselves. */
const staffFields: ReadonlySet<string> = new Set(['notes', 'watchers', 'fileBytes', 'reactions'])

type Versioned = Pick<Ticket, 'version' | 'updatedAt' | 'shown'>
type Shown = Pick<Change, 'set' | 'history' | 'isShown'>
type Reader = Pick<Actor, 'role'>

const isShown = ({ set, history, isShown = false }: Shown) =>
  isShown ||
  history.some(({ action }) => !staffLines.has(action)) ||
  Object.keys(set).some((field) => !staffFields.has(field))

/** The version and time of the last change that people who are not staff see. */
export const shownVersion = ({ shown, version, updatedAt }: Versioned) => shown ?? { version, at: updatedAt }

export const nextShownVersion = (ticket: Versioned, at: Date) => ({
  version: shownVersion(ticket).version + 1,
  at,
})

/** What a change makes of it: an internal note, for example, leaves it as it is. */
export const shownVersionAfter = (ticket: Versioned, change: Shown, at: Date) =>
  isShown(change) ? nextShownVersion(ticket, at) : shownVersion(ticket)

/** The version that this person sees, which must not tell others than staff that there is an internal note. */
export const versionFor = (reader: Reader, ticket: Versioned): number =>
  isStaff(reader) ? ticket.version : shownVersion(ticket).version
