import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { useTitle } from '../../../shared/ui/use-title.ts'
import { AssignmentBox } from '../assign/assignment-box.tsx'
import { Conversation } from '../conversation/conversation.tsx'
import { DuplicatesBox } from '../duplicates/duplicates-box.tsx'
import { DescriptionBox } from '../facts/description-box.tsx'
import { DetailsBox } from '../facts/details-box.tsx'
import { ResolutionBox } from '../facts/resolution-box.tsx'
import { TriageBox } from '../facts/triage-box.tsx'
import { HistoryBox } from '../history/history-box.tsx'
import { WatchersBox } from '../watchers/watchers-box.tsx'
import { TicketHeader } from './ticket-header.tsx'

/** One ticket: the conversation on the left, its facts on the right. */
export function TicketScreen({ ticket, may }: TicketAnswer) {
  const staff = useMe().role !== 'user'
  useTitle(`#${ticket.number} ${ticket.title}`)
  return (
    <article className="mx-auto max-w-6xl px-4 py-6 sm:px-6 lg:py-8">
      <TicketHeader ticket={ticket} may={may} />
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-5">
          <ResolutionBox ticket={ticket} />
          <DescriptionBox ticket={ticket} />
          <Conversation ticket={ticket} may={may} />
        </div>
        <div className="space-y-5">
          <AssignmentBox ticket={ticket} staff={staff} mayAssign={may.assign} />
          <DuplicatesBox ticket={ticket} may={may} />
          <TriageBox triage={ticket.triage} />
          <DetailsBox ticket={ticket} />
          <WatchersBox ticket={ticket} may={may} />
          <HistoryBox history={ticket.history} earlier={ticket.earlierHistory} />
        </div>
      </div>
    </article>
  )
}
