import { NoMatches } from '../../../shared/ui/no-matches.tsx'

/** Shown when no ticket matches the filters. @param q what was searched for, or '' */
export const NoMatchingTickets = ({ q, onClear }: { q: string; onClear: () => void }) => (
  <NoMatches icon="search" onClear={onClear}>
    {q ? (
      <p>
        Try fewer or other words, a person’s name, or a ticket number such as #12. Or choose another status.
      </p>
    ) : (
      <p>Choose another status, or remove a filter.</p>
    )}
  </NoMatches>
)
