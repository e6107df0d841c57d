import { Segmented } from '../../../shared/ui/segmented.tsx'
import { countFor, type StatusCounts, type StatusFilter } from './status-filter.ts'

type StatusTabsProps = {
  label: string
  value: StatusFilter
  offered: readonly { value: StatusFilter; label: string }[]
  counts: StatusCounts | undefined
  onChange: (filter: StatusFilter) => void
}

/** The statuses to choose from, each with its number of tickets. */
export const StatusTabs = ({ label, value, offered, counts, onChange }: StatusTabsProps) => (
  <div className="-mx-1 max-w-full overflow-x-auto px-1">
    <Segmented
      label={label}
      value={value}
      options={offered.map((one) => ({ ...one, count: countFor(one.value, counts) }))}
      onChange={onChange}
    />
  </div>
)
