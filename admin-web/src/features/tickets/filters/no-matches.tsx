import { EmptyState } from '../../../shared/ui/empty-state.tsx'

/** Shown when no ticket matches the filters. */
export const NoMatches = ({ onClear }: { onClear: () => void }) => (
  <EmptyState icon="search" title="No matches">
    <p>Choose another status, or remove a filter.</p>
    <button type="button" className="btn btn-plain" onClick={onClear}>
      Clear filters
    </button>
  </EmptyState>
)
