import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useMe } from '../../../shared/session/use-me.ts'
import { holderKey } from '../../../shared/tickets/ticket-keys.ts'

/** Says over the page that the ticket is out of sight now, and moves nothing below. */
export function LostTicket({ id, number }: { id: string; number: number }) {
  const staff = useMe().role !== 'user'
  const { data: holder } = useQuery<string | null>({ queryKey: holderKey(id), queryFn: skipToken })
  return (
    <div
      role="alert"
      className="panel fixed inset-x-4 top-16 z-30 p-4 shadow-lg sm:left-auto sm:max-w-md lg:top-4"
    >
      <h2 className="font-semibold">You can no longer see #{number}</h2>
      <p className="mt-1">
        {holder ? `${holder} has it now.` : 'Somebody else has it now, or it was deleted.'} You can finish
        reading and copy text. Nothing on this page changes any more.
      </p>
      <Link to="/" className="link link-primary mt-2 inline-block">
        {staff ? 'Go to the queue' : 'Go to my tickets'}
      </Link>
    </div>
  )
}
