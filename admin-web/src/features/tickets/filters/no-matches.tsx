import { EmptyState } from '../../../shared/ui/empty-state.tsx'

/** Shown when no ticket matches the filters. @param q what was searched for, or '' */
export const NoMatches = ({ q, onClear }: { q: string; onClear: () => void }) => (
  <EmptyState icon="search" title="No matches">
    {q ? (
      <p>
        Try fewer or other words, a person’s name, or a ticket number such as #12. Or choose another status.
      </p>
    ) : (
      <p>Choose another status, or remove a filter.</p>
    )}
    <button type="button" className="btn btn-plain" onClick={onClear}>
      Clear filters
    </button>
  </EmptyState>
)
