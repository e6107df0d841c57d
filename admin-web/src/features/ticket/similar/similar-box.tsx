import { Link } from 'react-router'
import type { SimilarView } from '../../../../../core/triage/similar/similar-view.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { StatusBadge } from '../../../shared/tickets/status-badge.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { useDuplicate } from '../duplicates/use-duplicate.ts'
import { useSimilar } from './use-similar.ts'

/** Similar tickets and how they ended. One that looks like the original can be chosen as such. */
export function SimilarBox({ ticket, may }: TicketAnswer) {
  const { data: similar = [] } = useSimilar(ticket.id)
  const mark = useDuplicate(ticket.id)
  if (similar.length === 0) return null
  return (
    <Panel title="Similar tickets">
      <FormProblem error={mark.error} />
      <ul className="space-y-3">
        {similar.map((other) => (
          <li key={other.id}>
            <SimilarRow ticket={other} />
            {may.link && other.isLikelyDuplicate && !ticket.duplicateOf && (
              <button
                type="button"
                className="btn btn-plain btn-sm mt-1.5"
                disabled={mark.isPending}
                onClick={() => mark.mutate(other.number)}
              >
                Duplicate of #{other.number}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const SimilarRow = ({ ticket }: { ticket: SimilarView }) => (
  <div className="space-y-0.5 text-sm">
    <p className="break-words">
      <Link to={`/tickets/${ticket.id}`} className="link font-medium">
        #{ticket.number}
      </Link>{' '}
      {ticket.title}
    </p>
    <p className="flex flex-wrap items-center gap-x-2 text-muted">
      <StatusBadge status={ticket.status} />
      {[ticket.category, ticket.resolvedBy?.name].filter(Boolean).join(' · ')}
    </p>
    {ticket.resolution && <p className="break-words">{ticket.resolution}</p>}
  </div>
)
