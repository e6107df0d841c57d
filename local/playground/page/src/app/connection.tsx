import { useLiveState } from '../live/use-live.ts'

const words = {
  connecting: 'Connecting…',
  away: 'The desk is away. This page goes on when it is back.',
  refused: 'The playground’s server refuses this page. Open the link that `npm start` printed.',
} as const

/** Says so when there is no connection. */
export function Connection() {
  const { connection } = useLiveState()
  if (connection === 'open') return null
  return (
    <p className="connection" role="status">
      {words[connection]}
    </p>
  )
}
