import { z } from 'zod'
import type { Cursor } from './database/keyset.ts'
import type { Desk } from './desk.ts'

const cursorSchema = z.tuple([z.number(), z.string(), z.string().optional(), z.boolean().optional()])

/**
 * The cursors of one list. They say where a page ended, which may be at a ticket or group that the reader may not see.
 * So they are sealed, and each is good for one person and one list only.
 * @param list its name
 */
export function sealedCursors({ cursorSeal }: Pick<Desk, 'cursorSeal'>, list: string) {
  /** @param reader user id */
  function write(reader: string, { createdAt, id, group, typos }: Cursor): string {
    const more = typos ? [group ?? '', true] : group ? [group] : []
    return cursorSeal.close(JSON.stringify([createdAt.getTime(), id, ...more]), `${list}:${reader}`)
  }

  /** @returns null unless it is a cursor of this list, made for this person */
  function read(reader: string, text: string): Cursor | null {
    const opened = cursorSeal.open(text, `${list}:${reader}`)
    if (opened === null) return null
    const [time, id, group, typos] = cursorSchema.parse(JSON.parse(opened))
    return { createdAt: new Date(time), id, ...(group ? { group } : {}), ...(typos ? { typos } : {}) }
  }

  return { read, write }
}
