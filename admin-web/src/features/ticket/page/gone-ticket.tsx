import { Link } from 'react-router'
import { useMe } from '../../../shared/session/use-me.ts'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Page } from '../../../shared/ui/page.tsx'

/** Not there, or not this person's to know of; the desk doesn't say which. */
export function GoneTicket({ number }: { number: number | undefined }) {
  const staff = useMe().role !== 'user'
  return (
    <Page title={number ? `#${number} is no longer yours to see` : 'No such ticket'}>
      <EmptyState
        icon="lock"
        title={number ? 'It was open here a moment ago' : 'There is nothing for you at this address'}
      >
        <p>
          {staff
            ? 'A moderator sees what is assigned to them and what nobody has claimed: somebody else may have claimed it, or it was deleted.'
            : 'You see the tickets that you have filed, and those that you follow. This one may have been deleted.'}
        </p>
        <Link to="/" className="btn btn-primary">
          {staff ? 'Go to the queue' : 'Go to my tickets'}
        </Link>
      </EmptyState>
    </Page>
  )
}
