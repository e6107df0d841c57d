import type { REST } from 'discord.js'
import type { Desk } from '../../core/desk.ts'
import type { Log } from '../../core/log.ts'

/** What a handler works with. */
export type Bot = {
  desk: Desk
  appUrl: string
  log: Log
  /** of the connected client: it waits rate limits out and tries again, as fits answers to what people do */
  rest: REST
}
