import type { ReactNode } from 'react'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { sourceNames } from '../../../shared/surfaces/surface-words.ts'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { Tags } from '../../../shared/ui/tags.tsx'

/** @param staff others don't see what only the work on it needs */
export function DetailsBox({ ticket, staff }: { ticket: TicketView; staff: boolean }) {
  const mine = useMe().id === ticket.requester.id
  const { category, skills, tags, urgency, requester, source, updatedAt } = ticket
  return (
    <Panel title="Details">
      <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-2 text-sm">
        <Fact term="Category">{category ?? 'Not set'}</Fact>
        {staff && <Fact term="Skills">{skills.length > 0 ? <Tags tags={skills} /> : 'None'}</Fact>}
        {tags.length > 0 && (
          <Fact term="Tags">
            <Tags tags={tags} />
          </Fact>
        )}
        <Fact term="Urgency">
          <span className="capitalize">{urgency}</span>
          {!mine && ', according to the requester'}
        </Fact>
        <Fact term="Requester">{mine ? 'You' : requester.name}</Fact>
        <Fact term="Source">{sourceNames[source]}</Fact>
        <Fact term="Updated">
          <TimeAgo at={updatedAt} />
        </Fact>
      </dl>
    </Panel>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{term}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </>
)
