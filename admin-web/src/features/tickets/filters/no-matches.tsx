import { EmptyState } from '../../../shared/ui/empty-state.tsx'

/** Filters that fit no ticket. */
export const NothingFound = ({ onClear }: { onClear: () => void }) => (
  <EmptyState icon="search" title="No ticket fits">
    <p>Look among those of another status too, or take a filter off.</p>
    <button type="button" className="btn btn-plain" onClick={onClear}>
      Clear the filters
    </button>
  </EmptyState>
)
