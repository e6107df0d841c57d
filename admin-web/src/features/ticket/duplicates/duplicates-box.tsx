import { Link } from 'react-router'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { Panel } from '../../../shared/ui/panel.tsx'
import { useDuplicate } from './use-duplicate.ts'

/** The original of this duplicate, or the duplicates of this original. */
export function DuplicatesBox({ ticket, may }: TicketAnswer) {
  const undo = useDuplicate(ticket.id)
  const { duplicateOf, duplicates } = ticket
  if (!duplicateOf && duplicates.length === 0) return null
  return (
    <Panel title={duplicateOf ? 'Duplicate' : 'Duplicates'}>
      <FormProblem error={undo.error} />
      {duplicateOf && (
        <p>
          Work continues in <TicketLink {...duplicateOf} />.
        </p>
      )}
      {duplicates.length > 0 && (
        <ul className="flex flex-wrap gap-x-3">
          {duplicates.map((duplicate) => (
            <li key={duplicate.id}>
              <TicketLink {...duplicate} />
            </li>
          ))}
        </ul>
      )}
      {duplicateOf && may.link && ticket.status !== 'closed' && (
        <button
          type="button"
          className="btn btn-plain btn-sm mt-3"
          disabled={undo.isPending}
          onClick={() => undo.mutate(null)}
        >
          Unmark as duplicate
        </button>
      )}
    </Panel>
  )
}

const TicketLink = ({ id, number }: { id: string; number: number }) => (
  <Link to={`/tickets/${id}`} className="link font-medium">
    #{number}
  </Link>
)
