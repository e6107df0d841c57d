import { Link } from 'react-router'
import { useMe } from '../../../shared/session/use-me.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Page } from '../../../shared/ui/page.tsx'
import { UnsentMessage } from '../conversation/unsent-message.tsx'

/** The ticket doesn't exist, or this person may not see it: the API doesn't say which. */
export function GoneTicket({ id }: { id: string }) {
  const staff = useMe().role !== 'user'
  return (
    <Page title="Ticket not found">
      <EmptyState icon="lock" title="It doesn’t exist, or you can’t see it">
        <p>
          {staff
            ? 'Moderators see tickets assigned to them and tickets nobody has claimed.'
            : 'You see the tickets you filed and the tickets you watch.'}
        </p>
        <Link to="/" className="btn btn-primary">
          {staff ? 'Go to the queue' : 'Go to my tickets'}
        </Link>
      </EmptyState>
      <UnsentMessage ticket={id} />
    </Page>
  )
}
