import { memo } from 'react'
import type { May, TicketAnswer } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { Later } from '../../../shared/ui/later.tsx'
import { useTitle } from '../../../shared/ui/use-title.ts'
import { AssignmentBox } from '../assign/assignment-box.tsx'
import { Conversation } from '../conversation/conversation.tsx'
import { DuplicatesBox } from '../duplicates/duplicates-box.tsx'
import { DescriptionBox } from '../facts/description-box.tsx'
import { DetailsBox } from '../facts/details-box.tsx'
import { ProgressBox } from '../facts/progress-box.tsx'
import { ResolutionBox } from '../facts/resolution-box.tsx'
import { TriageBox } from '../facts/triage-box.tsx'
import { HistoryBox } from '../history/history-box.tsx'
import { RatingBox } from '../rating/rating-box.tsx'
import { SimilarBox } from '../similar/similar-box.tsx'
import { WatchersBox } from '../watchers/watchers-box.tsx'
import { LostTicket } from './lost-ticket.tsx'
import { TicketHeader } from './ticket-header.tsx'

/**
 * One ticket: the conversation on the left, its facts on the right.
 * @param lost this person can no longer see the ticket. What they were reading stays, without its buttons.
 */
export const TicketScreen = memo(({ ticket, may, lost }: TicketAnswer & { lost: boolean }) => {
  const staff = useMe().role !== 'user'
  const allowed = lost ? nothing(may) : may
  useTitle(`#${ticket.number} ${ticket.title}`)
  return (
    <article className="mx-auto max-w-6xl px-4 py-6 sm:px-6 lg:py-8">
      <TicketHeader ticket={ticket} may={may} lost={lost} />
      {lost && <LostTicket id={ticket.id} number={ticket.number} />}
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="space-y-5">
          <ResolutionBox ticket={ticket} />
          <RatingBox ticket={ticket} may={allowed} />
          <DescriptionBox ticket={ticket} staff={staff} />
          <Later>
            <Conversation ticket={ticket} may={allowed} lost={lost} />
          </Later>
        </div>
        <div className="space-y-5">
          <Later>
            {staff ? (
              <AssignmentBox ticket={ticket} mayAssign={allowed.assign} />
            ) : (
              <ProgressBox ticket={ticket} />
            )}
            <fieldset disabled={lost} className="min-w-0 empty:hidden">
              <DuplicatesBox ticket={ticket} may={may} />
            </fieldset>
            {staff && <TriageBox triage={ticket.triage} />}
            {staff && (
              <fieldset disabled={lost} className="min-w-0 empty:hidden">
                <SimilarBox ticket={ticket} may={allowed} />
              </fieldset>
            )}
            <DetailsBox ticket={ticket} staff={staff} />
            <fieldset disabled={lost} className="min-w-0 empty:hidden">
              <WatchersBox ticket={ticket} may={may} />
            </fieldset>
            <HistoryBox history={ticket.history} earlier={ticket.earlierHistory} staff={staff} />
          </Later>
        </div>
      </div>
    </article>
  )
})

const nothing = (may: May) => Object.fromEntries(Object.keys(may).map((name) => [name, false])) as May
