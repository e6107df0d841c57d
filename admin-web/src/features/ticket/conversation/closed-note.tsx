import { Link } from 'react-router'
import type { TicketView } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'

/** A closed ticket takes no more messages. Its requester learns how to continue. */
export function ClosedNote({ ticket: { number, title, requester } }: { ticket: TicketView }) {
  const mine = useMe().id === requester.id
  return (
    <div className="mt-5 rounded-box border border-base-300 bg-base-200/60 p-4">
      <p>This ticket is closed and takes no more messages.</p>
      {mine && (
        <p className="mt-1">
          Do you need more help with it?{' '}
          <Link
            to={`/tickets/new?${new URLSearchParams({ after: String(number), title })}`}
            className="link link-primary"
          >
            File a follow-up ticket
          </Link>
        </p>
      )}
    </div>
  )
}
