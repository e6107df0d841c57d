import { useState } from 'react'
import { useOwnChange } from '../../../shared/tickets/own-change.ts'
import { stableRows } from './stable-rows.ts'

type Held<Row> = { of: string; rows: Row[] | undefined; more: boolean }

/**
 * Keeps rows where they are while somebody reads them. What others add waits until `show`; what this person changes
 * shows at once.
 * @param list names the list with its filters: another list starts again
 * @param latest the same array until the rows change
 */
export function useStableRows<Row extends { id: string }>(
  list: string,
  latest: Row[] | undefined,
  more: boolean,
) {
  const own = useOwnChange()
  const of = `${list} ${own.count}`
  const [held, hold] = useState<Held<Row>>({ of, rows: latest, more })
  const show = () => hold({ of, rows: latest, more })

  const isStale = held.of !== of || !held.rows || own.underWay
  if (isStale && (held.of !== of || held.rows !== latest)) show()
  if (isStale || !held.rows || !latest) return { rows: latest, gone: new Set<string>(), waiting: 0, show }

  const now = stableRows(held.rows, latest, more, held.more)
  if (now.rows.length > held.rows.length) hold({ of, rows: now.rows, more })
  return { ...now, show }
}
