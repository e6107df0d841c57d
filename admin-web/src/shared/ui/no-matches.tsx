import type { ReactNode } from 'react'
import { EmptyState } from './empty-state.tsx'
import type { IconName } from './icon.tsx'

type NoMatchesProps = { icon: IconName; onClear?: (() => void) | undefined; children?: ReactNode }

/** Shown when nothing in a list matches its filters. @param onClear undefined: none is set */
export const NoMatches = ({ icon, onClear, children }: NoMatchesProps) => (
  <EmptyState icon={icon} title="No matches">
    {children}
    {onClear && (
      <button type="button" className="btn btn-plain" onClick={onClear}>
        Clear filters
      </button>
    )}
  </EmptyState>
)
