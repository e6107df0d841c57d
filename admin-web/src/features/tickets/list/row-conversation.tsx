import type { ListedTicketView } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { durationSince, exactTime } from '../../../shared/time/relative-time.ts'
import { TimeAgo } from '../../../shared/time/time-ago.tsx'
import { useNow } from '../../../shared/time/use-now.ts'

/**
 * Who had the last word, and how long the requester waits. Always one line, so that an answer moves no row. A long name is
 * shortened, but never the time.
 */
export function RowConversation({
  ticket,
  className = '',
}: {
  ticket: ListedTicketView
  className?: string
}) {
  const isMine = useMe().id === ticket.requester.id
  return (
    <p className={`text-muted flex text-sm ${className}`}>
      <span className="truncate">
        <LastWord ticket={ticket} />
      </span>
      {ticket.waitingSince && !isMine && <Waiting since={ticket.waitingSince} />}
    </p>
  )
}

function LastWord({ ticket: { lastAnswer, status, updatedAt } }: { ticket: ListedTicketView }) {
  const me = useMe()
  if (lastAnswer)
    return (
      <>
        <bdi>{lastAnswer.by.id === me.id ? 'You' : lastAnswer.by.name}</bdi>{' '}
        {lastAnswer.side === 'staff' ? 'answered' : 'wrote'} <TimeAgo at={lastAnswer.at} />
      </>
    )
  if (status === 'resolved' || status === 'closed')
    return (
      <>
        Last change <TimeAgo at={updatedAt} />
      </>
    )
  return 'No answer yet'
}

function Waiting({ since }: { since: string }) {
  const now = useNow()
  return (
    <span title={exactTime(since)} className="shrink-0 whitespace-pre text-base-content font-medium">
      {' '}
      · waiting {durationSince(since, now)}
    </span>
  )
}
