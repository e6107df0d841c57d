import type { REST } from 'discord.js'
import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'

/** The dependencies of handlers. @property appUrl the console's address */
export type Bot = {
  desk: Desk
  appUrl: string
  log: Log
  /** the connected client's. It waits out rate limits and retries, which suits answers to a click */
  rest: REST
}
