import { useEffect, useRef } from 'react'
import { Segmented } from '../../../shared/ui/segmented.tsx'
import { countFor, type StatusCounts, type StatusFilter } from './status-filter.ts'

type StatusTabsProps = {
  label: string
  value: StatusFilter
  offered: readonly { value: StatusFilter; label: string }[]
  counts: StatusCounts | undefined
  onChange: (filter: StatusFilter) => void
}

/** The statuses to choose from, each with its number of tickets. On a narrow screen the chosen one is scrolled into sight. */
export function StatusTabs({ label, value, offered, counts, onChange }: StatusTabsProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => centre(row.current, value), [value])
  return (
    <div ref={row} className="relative -mx-1 max-w-full overflow-x-auto px-1 py-0.5">
      <Segmented
        label={label}
        value={value}
        options={offered.map((one) => ({ ...one, count: countFor(one.value, counts) ?? '' }))}
        onChange={onChange}
      />
    </div>
  )
}

function centre(row: HTMLElement | null, value: StatusFilter) {
  const chosen = row?.querySelector<HTMLElement>(`[value="${value}"]`)
  if (row && chosen) row.scrollLeft = chosen.offsetLeft - (row.clientWidth - chosen.offsetWidth) / 2
}
