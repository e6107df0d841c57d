import type { Candidate } from '../../../../../core/tickets/assignment.ts'
import { candidateWords } from '../../../../../core/triage/candidate-words.ts'

/** The people who were considered, best match first. */
export function Candidates({ list }: { list: Candidate[] }) {
  return (
    <details className="mt-3 text-sm">
      <summary className="cursor-pointer font-medium">Ranked candidates</summary>
      <ol className="mt-2 space-y-2">
        {list.map((candidate, index) => (
          <li key={candidate.id} className="flex gap-2">
            <span className="text-muted w-4 shrink-0 tabular-nums">{index + 1}.</span>
            <span className="min-w-0">
              <span className="font-medium">{candidate.name}</span>
              <span className="text-muted block first-letter:uppercase">{candidateWords(candidate)}</span>
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
