import { Link } from 'react-router'
import { channelNames } from '../../shared/surfaces/channel-words.ts'
import { TimeAgo } from '../../shared/time/time-ago.tsx'
import { aboutName, placeName } from './delivery-names.ts'
import { canResend, stateNames } from './delivery-words.ts'
import type { DeliveryFilters, DeliveryView } from './use-deliveries.ts'

type DeliveryRowProps = {
  delivery: DeliveryView
  onFilter: (changed: Partial<DeliveryFilters>) => void
  onResend: () => void
  resending: boolean
}

const stateColours: Record<DeliveryView['state'], string> = {
  sending: 'text-muted',
  held: 'text-muted',
  sent: 'text-success',
  refused: 'text-error',
  dropped: 'text-muted',
}

/** What was sent to whom, by which channel, and what the provider answered. */
export function DeliveryRow({ delivery, onFilter, onResend, resending }: DeliveryRowProps) {
  const { about, channel, to, ticket, state, startedAt } = delivery
  return (
    <div className="flex flex-wrap items-start gap-3 px-4 py-3">
      <div className="min-w-0 grow basis-72">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium">{aboutName(about)}</span>
          {ticket && <TicketLink ticket={ticket} />}
          <span>
            to{' '}
            {to ? (
              <button
                type="button"
                className="link wrap-anywhere"
                onClick={() => onFilter({ person: to.id, personName: to.name ?? '' })}
              >
                {to.name ?? 'someone'}
              </button>
            ) : (
              placeName(about)
            )}
          </span>
          {ticket && <ShowAll ticket={ticket} onFilter={onFilter} />}
        </p>
        <p className="text-sm">
          {channelNames[channel]} · <span className={stateColours[state]}>{stateNames[state]}</span>
          <Until delivery={delivery} />
        </p>
        <Outcome delivery={delivery} />
        <p className="text-muted text-sm">
          <TimeAgo at={startedAt} />
        </p>
      </div>
      {canResend(delivery) && (
        <button type="button" className="btn btn-plain btn-sm" disabled={resending} onClick={onResend}>
          Resend
        </button>
      )}
    </div>
  )
}

type OfTicket = { ticket: NonNullable<DeliveryView['ticket']> }

const TicketLink = ({ ticket: { id, number } }: OfTicket) => (
  <Link className="link inline-block min-h-6 min-w-6" to={`/tickets/${id}`}>
    {number ? `#${number}` : 'ticket'}
  </Link>
)

const ShowAll = ({ ticket: { id, number }, onFilter }: OfTicket & Pick<DeliveryRowProps, 'onFilter'>) => (
  <button
    type="button"
    className="link text-muted text-sm"
    onClick={() => onFilter({ ticket: id, number: String(number ?? '') })}
  >
    {number ? `All about #${number}` : 'All about this ticket'}
  </button>
)

const Until = ({ delivery: { state, until } }: Pick<DeliveryRowProps, 'delivery'>) =>
  state === 'held' && until && new Date(until) > new Date() ? (
    <span className="text-muted"> until {new Date(until).toLocaleString()}</span>
  ) : null

/** What the provider answered, and how this delivery relates to another one. */
function Outcome({ delivery }: Pick<DeliveryRowProps, 'delivery'>) {
  const { error, providerId, fallbackTo, fallbackFor, resendOf } = delivery
  const words = [
    error ?? (providerId && `Response: ${providerId}`),
    fallbackTo && `${channelNames[fallbackTo as keyof typeof channelNames]} was used instead.`,
    fallbackFor && 'Sent because another channel failed.',
    resendOf && 'Resent by an admin.',
  ].filter(Boolean)
  return words.length > 0 ? <p className="text-muted text-sm wrap-anywhere">{words.join(' ')}</p> : null
}
