import { z } from 'zod'
import type { Cursor } from '../core/database/keyset.ts'
import { invalid } from '../core/errors.ts'
import { textSchema } from '../core/text.ts'

export const largestPage = 100

/** In characters. Leaves space for the name of a group. */
export const longestCursor = 600

/** The query parameters of every list. */
export const pageQuery = {
  after: z
    .string()
    .max(longestCursor)
    .optional()
    .transform((text) => (text === undefined ? undefined : cursorFrom(text)))
    .describe('`next` of the previous page'),
  limit: z.coerce.number().int().min(1).max(largestPage).default(50),
}

export const nextSchema = z.string().nullable().describe('cursor of the next page; null on the last page')

type Placed = { _id: string; createdAt: Date }

/** Encodes where a page ended as a cursor that is opaque to clients. */
export const cursorTo = ({ createdAt, id, group }: Cursor) =>
  Buffer.from([createdAt.getTime(), id, ...(group ? [group] : [])].join('.')).toString('base64url')

function cursorFrom(text: string): Cursor {
  const [time = '', id = '', ...rest] = Buffer.from(text, 'base64url').toString().split('.')
  const createdAt = new Date(Number(time))
  if (!/^[\w:-]{1,120}$/.test(id) || Number.isNaN(createdAt.getTime()))
    throw invalid('after', 'This is not a cursor of this list.')
  const group = rest.join('.')
  return { createdAt, id, ...(group ? { group } : {}) }
}

/** @param rows up to `limit` + 1 rows; the extra one shows that there is a next page */
export function pageOf<T extends Placed>(rows: T[], limit: number): { rows: T[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown,
    next: rows.length > limit && last ? cursorTo({ createdAt: last.createdAt, id: last._id }) : null,
  }
}

/** The query parameter that searches for people. */
export const searchSchema = textSchema(1, 100)
  .optional()
  .describe('the start of a first or last name, or of an address')
