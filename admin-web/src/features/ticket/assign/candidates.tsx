import type { ReactNode } from 'react'
import { candidateWords, ruledOutWords } from '../../../../../core/triage/candidate-words.ts'
import type { TicketView } from '../../../shared/http/answers.ts'

type CandidatesProps = Pick<NonNullable<TicketView['assignment']>, 'candidates' | 'ruledOut'>

/** The people who were considered, best match first, and who was on duty but could not get it. */
export const Candidates = ({ candidates, ruledOut = [] }: CandidatesProps) => (
  <>
    {candidates.length > 0 && (
      <Considered title="Ranked candidates">
        {candidates.map((candidate, index) => (
          <li key={candidate.id} className="flex gap-2">
            <span className="text-muted w-4 shrink-0 tabular-nums">{index + 1}.</span>
            <Person name={candidate.name} why={candidateWords(candidate)} />
          </li>
        ))}
      </Considered>
    )}
    {ruledOut.length > 0 && (
      <Considered title="On duty, not considered">
        {ruledOut.map(({ id, name, why }) => (
          <li key={id}>
            <Person name={name} why={ruledOutWords[why]} />
          </li>
        ))}
      </Considered>
    )}
  </>
)

const Considered = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="mt-3 text-sm">
    <summary className="cursor-pointer font-medium">{title}</summary>
    <ol className="mt-2 space-y-2">{children}</ol>
  </details>
)

const Person = ({ name, why }: { name: string; why: string }) => (
  <span className="min-w-0 wrap-anywhere">
    <span className="font-medium">{name}</span>
    <span className="text-muted block first-letter:uppercase">{why}</span>
  </span>
)
