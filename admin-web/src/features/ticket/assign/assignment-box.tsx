import { useState } from 'react'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { Avatar } from '../../../shared/ui/avatar.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { AssignDialog } from './assign-dialog.tsx'
import { Candidates } from './candidates.tsx'
import { ClaimDeadline } from './claim-deadline.tsx'

type AssignmentBoxProps = { ticket: TicketView; mayAssign: boolean }

/** Who is assigned or has claimed the ticket, and why. For staff. */
export function AssignmentBox({ ticket, mayAssign }: AssignmentBoxProps) {
  const { assignee, assignment } = ticket
  const me = useMe()
  const [assigning, setAssigning] = useState(false)
  const button = mayAssign && !isResolved(ticket) && (
    <button type="button" className="btn btn-plain btn-sm" onClick={() => setAssigning(true)}>
      {assignee?.id === me.id ? 'Hand over' : assignee ? 'Reassign' : 'Assign'}
    </button>
  )
  return (
    <Panel title="Assignment" aside={button}>
      {assignee ? (
        <div className="flex items-center gap-3">
          <Avatar name={assignee.name} className="size-9 text-sm" />
          <div className="min-w-0">
            <p className="font-medium wrap-anywhere">{assignee.name}</p>
            <p className="text-muted text-sm">{stateOf(ticket)}</p>
          </div>
        </div>
      ) : (
        <p>{unassignedWords(ticket)}</p>
      )}
      {assignment && <p className="text-muted mt-3 text-sm wrap-anywhere">{sentence(assignment.reason)}</p>}
      <ClaimDeadline ticket={ticket} />
      {assigning && <AssignDialog ticket={ticket} onClose={() => setAssigning(false)} />}
      {assignment && <Candidates {...assignment} />}
    </Panel>
  )
}

const isResolved = ({ status }: TicketView) => status === 'resolved' || status === 'closed'

function stateOf({ status }: TicketView) {
  if (status === 'open') return 'Assigned, not claimed yet'
  return status === 'resolved' || status === 'closed' ? 'Was assigned' : 'Claimed'
}

const unassignedWords = ({ status, triage, assignment }: TicketView) => {
  if (status === 'resolved' || status === 'closed') return 'Nobody was assigned.'
  if (assignment?.leftOpenAt)
    return 'Unassigned. Any moderator can claim it, or it goes to the next one who comes on duty or has capacity.'
  if (triage.state === 'done' && assignment) return 'Unassigned. Any moderator can claim it.'
  return 'Unassigned. The desk is looking for the right person.'
}

const sentence = (reason: string) => {
  const text = reason.charAt(0).toUpperCase() + reason.slice(1)
  return /[.!?]$/.test(text) ? text : `${text}.`
}
