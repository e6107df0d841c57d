import { startTransition, useId, useOptimistic } from 'react'
import type { Channel } from '../../../../core/outbox/entry.ts'
import type { Role } from '../../../../core/users/user.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { channelNames, channels } from '../../shared/surfaces/channel-words.ts'
import { type PreferencesView, useChangeNotifications, withClicks } from './use-notifications.ts'

type Row = PreferencesView['events'][number]
/** Events that concern only some roles. */
const onlyFor: Partial<Record<Row['event'], readonly Role[]>> = {
  assigned: ['moderator', 'admin'],
  'taken-over': ['moderator', 'admin'],
  'left-open': ['admin'],
}

/** A checkbox for each event and channel. A click shows at once and is saved. */
export function Matrix({ view, role }: { view: PreferencesView; role: Role }) {
  const change = useChangeNotifications()
  const [shown, show] = useOptimistic(view, withClicks)
  const tick = (event: Row['event'], channel: Channel, on: boolean) =>
    startTransition(async () => {
      const matrix = { [event]: { [channel]: on } }
      show(matrix)
      await change.mutateAsync({ matrix }).catch(() => {}) // FormProblem shows it
    })
  const rows = shown.events.filter(({ event }) => onlyFor[event]?.includes(role) ?? true)
  return (
    <div className="space-y-3">
      <FormProblem error={change.error} />
      <table className="w-full text-sm">
        <caption className="sr-only">Notifications by event and channel</caption>
        <thead>
          <tr className="text-muted border-b border-base-300 text-left max-sm:grid max-sm:grid-cols-3">
            <th scope="col" className="py-2 font-normal max-sm:sr-only">
              Notify me when
            </th>
            {channels.map((channel) => (
              <th key={channel} scope="col" className="py-2 text-center font-normal sm:w-20">
                {channelNames[channel]}
                {!view.connected[channel] && <span className="block text-xs">not linked</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-base-300">
          {rows.map((row) => (
            <EventRow
              key={row.event}
              row={row}
              connected={view.connected}
              onChange={(channel, on) => tick(row.event, channel, on)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type EventRowProps = {
  row: Row
  connected: PreferencesView['connected']
  onChange: (channel: Channel, on: boolean) => void
}

/** Says below the event why a checkbox is locked. */
function EventRow({ row: { title, cells }, connected, onChange }: EventRowProps) {
  const id = useId()
  const reasons = channels.flatMap((channel) => {
    const { locked } = cells[channel]
    return locked && connected[channel] ? [{ channel, locked }] : []
  })
  return (
    <tr className="max-sm:grid max-sm:grid-cols-3 max-sm:py-1.5">
      <th scope="row" className="py-2.5 pr-3 text-left font-normal max-sm:col-span-3 max-sm:py-1">
        {title}
        {reasons.map(({ channel, locked }) => (
          <span key={channel} id={`${id}-${channel}`} className="text-muted block text-xs">
            {locked}
          </span>
        ))}
      </th>
      {channels.map((channel) => (
        <td key={channel} className="py-2.5 text-center align-top max-sm:py-1">
          <input
            type="checkbox"
            className="checkbox checkbox-primary"
            aria-label={`${title}: ${channelNames[channel]}`}
            aria-describedby={cells[channel].locked ? `${id}-${channel}` : undefined}
            checked={cells[channel].on && connected[channel]}
            disabled={cells[channel].locked !== null || !connected[channel]}
            onChange={(event) => onChange(channel, event.target.checked)}
          />
        </td>
      ))}
    </tr>
  )
}
