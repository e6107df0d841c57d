import { type ReactNode, useDeferredValue } from 'react'
import { VirtualRows } from './virtual-rows.tsx'

/** Longer lists only render the rows in view. */
const maxRendered = 200
/** More than a screen holds. The others follow at once, without keeping the reader from scrolling and typing. */
const renderedFirst = 10

type RowsProps<Row> = { label: string; rows: Row[]; children: (row: Row) => ReactNode }

/** The rows of a list, in a frame. */
export function Rows<Row extends { id: string }>({ label, rows, children }: RowsProps<Row>) {
  const rendered = useDeferredValue(rows.length, renderedFirst)
  if (rows.length > maxRendered)
    return (
      <VirtualRows label={label} rows={rows}>
        {children}
      </VirtualRows>
    )
  return (
    <ul aria-label={label} className="panel divide-y divide-base-300">
      {rows.slice(0, rendered).map((row) => (
        <li key={row.id} className="first:rounded-t-box last:rounded-b-box">
          {children(row)}
        </li>
      ))}
    </ul>
  )
}
