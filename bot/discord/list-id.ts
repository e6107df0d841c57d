import type { Cursor } from '../../core/database/keyset.ts'
import { isId } from '../../core/ids.ts'
import { type Status, statuses } from '../../core/tickets/ticket-values.ts'

export const listNames = ['list', 'mine', 'queue'] as const
export type ListName = (typeof listNames)[number]

/** A list of tickets as its buttons remember it. @property words what is searched for; empty: nothing */
export type ListPlace = { name: ListName; status: Status | null; words: string; after: Cursor | null }

/** Discord's limit for a custom id. */
const maxId = 100
const prefix = 'tickets'

/** The custom id of a button that shows this page. Null: the words are too long for one. */
export function listIdOf({ name, status, words, after }: ListPlace): string | null {
  const cursor = after
    ? [after.createdAt.getTime().toString(36), after.id, after.group ?? '', after.typos ? 't' : ''].join('.')
    : ''
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
    after: readCursor(cursor),
  }
}

function readCursor(text: string): Cursor | null {
  const [time = '', id = '', group = '', typos] = text.split('.')
  const createdAt = new Date(Number.parseInt(time, 36))
  if (!isId(id) || Number.isNaN(createdAt.getTime())) return null
  return { createdAt, id, ...(group ? { group } : {}), ...(typos === 't' ? { typos: true } : {}) }
}
