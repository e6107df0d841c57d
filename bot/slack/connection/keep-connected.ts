import type { SocketModeReceiver } from '@slack/bolt'
import type { Gaps } from '../history/gaps.ts'
import type { HistoryReader } from '../history/history-reader.ts'
import { keepSocketOpen } from './socket-mode.ts'
import { downStatus, type SlackStatus } from './status.ts'

/** Keeps Socket Mode connected until the signal aborts. After each gap, what was missed is read from the history. */
export function keepConnected(
  socket: SocketModeReceiver,
  {
    signal,
    status,
    history,
    gaps,
  }: { signal: AbortSignal; status: SlackStatus; history: HistoryReader; gaps: Gaps },
): Promise<void> {
  return keepSocketOpen(socket.client, {
    signal,
    onConnected: () => {
      status.set('connection', { state: 'up', detail: 'connected' })
      gaps.connected()
      void history.heard()
    },
    onLost: (error) => {
      history.pause()
      gaps.lost()
      status.set('connection', downStatus(error, 'SLACK_APP_TOKEN'))
    },
  })
}
