import type { Cursor } from '../../core/database/keyset.ts'
import { isId } from '../../core/ids.ts'
import { type Status, statuses } from '../../core/tickets/ticket-values.ts'

export const listNames = ['list', 'mine', 'queue'] as const
export type ListName = (typeof listNames)[number]

/**
 * A list of tickets as its buttons remember it.
 * @property words what is searched for; empty: nothing
 * @property after where the page begins @property before where the page after it begins. Neither: the first page
 */
export type ListPlace = {
  name: ListName
  status: Status | null
  words: string
  after: Cursor | null
  before: Cursor | null
}

/** Discord's limit for a custom id. */
const maxId = 100
const prefix = 'tickets'
/** At the end of a cursor: the page is the one before it. */
const backwards = '-'

/** The custom id of a button that shows this page. Null: the words are too long for one. */
export function listIdOf({ name, status, words, after, before }: ListPlace): string | null {
  const cursor = before ? `${writeCursor(before)}${backwards}` : after ? writeCursor(after) : ''
  const id = [prefix, name, status ?? '', cursor, words].join(':')
  return id.length <= maxId ? id : null
}

/** @returns null for another id */
export function readListId(customId: string): ListPlace | null {
  const [wanted, named, status, cursor = '', ...words] = customId.split(':')
  const name = listNames.find((one) => one === named)
  if (wanted !== prefix || !name) return null
  return {
    name,
    status: statuses.find((one) => one === status) ?? null,
    words: words.join(':'),
    after: cursor.endsWith(backwards) ? null : readCursor(cursor),
    before: cursor.endsWith(backwards) ? readCursor(cursor.slice(0, -backwards.length)) : null,
  }
}

const writeCursor = ({ createdAt, id, group = '', typos }: Cursor) =>
  [createdAt.getTime().toString(36), id, group, typos ? 't' : ''].join('.')

function readCursor(text: string): Cursor | null {
  const [time = '', id = '', group = '', typos] = text.split('.')
  const createdAt = new Date(Number.parseInt(time, 36))
  if (!isId(id) || Number.isNaN(createdAt.getTime())) return null
  return { createdAt, id, ...(group ? { group } : {}), ...(typos === 't' ? { typos: true } : {}) }
}
