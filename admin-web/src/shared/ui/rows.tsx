import type { ReactNode } from 'react'
import { VirtualRows } from './virtual-rows.tsx'

/** Longer lists only render the rows in view. */
const maxRendered = 200

type RowsProps<Row> = { label: string; rows: Row[]; children: (row: Row) => ReactNode }

/** The rows of a list, in a frame. */
export function Rows<Row extends { id: string }>({ label, rows, children }: RowsProps<Row>) {
  if (rows.length > maxRendered)
    return (
      <VirtualRows label={label} rows={rows}>
        {children}
      </VirtualRows>
    )
  return (
    <ul aria-label={label} className="panel divide-y divide-base-300">
      {rows.map((row) => (
        <li key={row.id} className="below-fold first:rounded-t-box last:rounded-b-box">
          {children(row)}
        </li>
      ))}
    </ul>
  )
}
