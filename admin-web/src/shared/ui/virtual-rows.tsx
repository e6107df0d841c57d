import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual'
import { type FocusEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'

/** Rows are measured once they are rendered. */
const likelyHeight = 89

type VirtualRowsProps<Row> = { label: string; rows: Row[]; children: (row: Row) => ReactNode }

/** A long list of which only the rows in view are rendered, and the one that has the focus. */
export function VirtualRows<Row extends { id: string }>({ label, rows, children }: VirtualRowsProps<Row>) {
  const list = useRef<HTMLUListElement>(null)
  const [top, setTop] = useState(0)
  const [focused, setFocused] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (list.current) setTop(list.current.getBoundingClientRect().top + window.scrollY)
  })

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => likelyHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollMargin: top,
    rangeExtractor: (range) => withRow(range, focused),
  })
  return (
    <ul
      ref={list}
      aria-label={label}
      className="panel relative"
      style={{ height: virtualizer.getTotalSize() }}
      onFocus={(event) => setFocused(indexOf(event))}
      onBlur={() => setFocused(null)}
    >
      {virtualizer.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index]
        return (
          row && (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              className="absolute inset-x-0 top-0 border-b border-base-300"
              style={{ transform: `translateY(${start - top}px)` }}
            >
              {children(row)}
            </li>
          )
        )
      })}
    </ul>
  )
}

/** The rows in view, with one more. */
function withRow(range: Range, row: number | null) {
  const inView = defaultRangeExtractor(range)
  return row === null || row >= range.count || inView.includes(row)
    ? inView
    : [...inView, row].sort((a, b) => a - b)
}

function indexOf({ target }: FocusEvent) {
  const row = target.closest<HTMLElement>('[data-index]')
  return row ? Number(row.dataset.index) : null
}
