import type { Bot } from '../bot.ts'
import { catchUp } from './catch-up.ts'
import { catchUpChanges } from './catch-up-changes.ts'
import type { Inbox } from './inbox.ts'

type Missed = {
  bot: Bot
  botUser: () => string
  guildId: string
  channelId: string
  inbox: Inbox
  signal: AbortSignal
}

/** Reads what was written, edited, deleted and reacted to since the inbox's position, and moves the position on. */
export async function readMissed({ bot, botUser, guildId, channelId, inbox, signal }: Missed): Promise<void> {
  const { from, caughtUp } = await inbox.since()
  await catchUp({ rest: bot.rest, guildId, channelId, botId: botUser() }, from, inbox.takeRead)
  await catchUpChanges({ bot, botUser: botUser(), guildId, inOrder: inbox.inOrder, signal }, from)
  caughtUp()
}
