import type { REST } from 'discord.js'
import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'

/** What handlers need. `appUrl` is the console's address. */
export type Bot = {
  desk: Desk
  appUrl: string
  log: Log
  /** the connected client's: it waits out rate limits and retries, which suits answers to a person's click */
  rest: REST
}
