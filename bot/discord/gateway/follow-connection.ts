import { type Client, Events } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { closeReason } from './close-reasons.ts'
import type { StateReport } from './gateway-state.ts'

/**
 * Reports the state of the client's connection, and logs its errors.
 * @param onNewSession is called when missed messages have to be read @param end takes the reason why the session is over
 */
export function followConnection(
  client: Client,
  {
    state,
    onNewSession,
    end,
    log,
  }: { state: StateReport; onNewSession: () => void; end: (reason: string) => void; log: Log },
) {
  client
    .on(Events.Error, (error) => log.warn({ err: error }, 'Discord client'))
    .on(Events.ShardError, (error) => log.warn({ reason: error.message }, 'Discord gateway'))
    .on(Events.ShardReconnecting, state.disconnected)
    .on(Events.ShardDisconnect, ({ code }) => end(closeReason(code)))
    .on(Events.Invalidated, () => end('Discord ended the session'))
    .on(Events.ShardResume, state.connected)
    .on(Events.ShardReady, () => {
      state.connected()
      onNewSession()
    })
}
