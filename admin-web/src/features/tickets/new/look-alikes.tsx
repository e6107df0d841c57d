import { type Control, useWatch } from 'react-hook-form'
import { Link } from 'react-router'
import type { TicketForm } from './ticket-form.ts'
import { useLookAlikes } from './use-look-alikes.ts'

/** Names one's own open tickets that may be about the same, while the title of a new one is typed. The draft is kept. */
export function LookAlikes({ control }: { control: Control<TicketForm> }) {
  const tickets = useLookAlikes(useWatch({ control, name: 'title' }) ?? '')
  return (
    <div
      role="status"
      className={tickets.length > 0 ? 'rounded-field bg-base-200 px-3 py-2 text-sm' : undefined}
    >
      {tickets.length > 0 && (
        <>
          <p>
            {tickets.length === 1 ? 'You have an open ticket like this:' : 'You have open tickets like this:'}
          </p>
          <ul className="mt-1 space-y-0.5">
            {tickets.map(({ id, number, title }) => (
              <li key={id} className="wrap-anywhere">
                <Link to={`/tickets/${id}`} className="link font-medium">
                  #{number}
                </Link>{' '}
                {title}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
