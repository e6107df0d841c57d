import type { TicketAnswer } from '../../../shared/http/answers.ts'
import { useMe } from '../../../shared/session/use-me.ts'
import { Icon } from '../../../shared/ui/icon.tsx'
import { Panel } from '../../../shared/ui/panel.tsx'
import { useWatch } from './use-watch.ts'
import { WatcherPicker } from './watcher-picker.tsx'

/** Who is notified of changes. Staff see all watchers, others only whether they watch themselves. */
export function WatchersBox({ ticket, may }: TicketAnswer) {
  const me = useMe()
  const watch = useWatch(ticket.id)
  const { watchers } = ticket
  const watching = watchers.some(({ id }) => id === me.id)
  const others = watchers.filter(({ id }) => id !== me.id)
  if (!watching && !may.watch && others.length === 0) return null
  return (
    <Panel title="Watchers">
      {watchers.length === 0 && <p className="text-muted text-sm">No watchers</p>}
      {watching && <p className="text-sm">You are notified of changes.</p>}
      <ul className="text-sm">
        {others.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="min-w-0 grow wrap-anywhere">{name}</span>
            {may.share && (
              <button
                type="button"
                className="btn btn-ghost btn-xs"
                aria-label={`Remove watcher ${name}`}
                disabled={watch.isPending}
                onClick={() => watch.mutate({ user: id, watch: false })}
              >
                <Icon name="close" className="size-4" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {may.share && (
        <div className="mt-3">
          <WatcherPicker ticket={ticket} onPick={({ id }) => watch.mutate({ user: id, watch: true })} />
        </div>
      )}
      {(watching || may.watch) && (
        <button
          type="button"
          className="btn btn-plain btn-sm mt-3"
          disabled={watch.isPending}
          onClick={() => watch.mutate({ user: 'me', watch: !watching })}
        >
          {watching ? 'Stop watching' : 'Watch'}
        </button>
      )}
    </Panel>
  )
}
