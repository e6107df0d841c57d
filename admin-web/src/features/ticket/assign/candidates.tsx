import type { Candidate } from '../../../../../core/tickets/ticket.ts'

/** The people who were considered, best match first. */
export function Candidates({ list }: { list: Candidate[] }) {
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer font-medium">Ranked candidates</summary>
      <ol className="mt-2 space-y-2">
        {list.map(({ id, name, matching, load }, index) => (
          <li key={id} className="flex gap-2">
            <span className="text-muted w-4 shrink-0 tabular-nums">{index + 1}.</span>
            <span className="min-w-0">
              <span className="font-medium">{name}</span>
              <span className="text-muted block">
                {matching.length > 0 ? `Knows ${matching.join(', ')}` : 'No matching skill'};{' '}
                {load === 1 ? '1 ticket' : `${load} tickets`}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
