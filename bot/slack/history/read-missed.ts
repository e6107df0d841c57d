import type { WebClient } from '@slack/web-api'
import type { Desk } from '../../../core/desk.ts'
import type { BotSelf } from '../connection/bot-self.ts'
import type { registerListeners } from '../listeners.ts'
import { catchUp } from './catch-up.ts'

type Missed = {
  desk: Desk
  web: WebClient
  self: BotSelf
  take: ReturnType<typeof registerListeners>['take']
  signal: AbortSignal
  moderatorsChannel: string | undefined
}

/** Takes what the desk has missed since then. @param since ms since 1970 @throws when the signal aborts */
export async function readMissed(missed: Missed, since: number): Promise<void> {
  const { desk, web, self, take, signal, moderatorsChannel } = missed
  const team = await self.team
  // A page that was read is soon out of date, like a repeated event.
  const received = { client: web, body: { team_id: team }, context: { ...self.bot(), retryNum: 1 } }
  const reading = { desk, client: web, team, botUser: self.bot().botUserId, signal, moderatorsChannel }
  await catchUp({ ...reading, take: (message) => take(received, message) }, since)
  // What was not read by then is read after the next start.
  signal.throwIfAborted()
}
