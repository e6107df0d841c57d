import { setTimeout as sleep } from 'node:timers/promises'
import { type REST, Routes } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { discordCommands } from '../discord-commands.ts'

const firstPauseMs = 5_000
const longestPauseMs = 5 * 60_000

/** Tells Discord which commands there are, and goes on until it has heard. */
export async function registerCommands(
  { rest, log, signal }: { rest: REST; log: Log; signal: AbortSignal },
  application: string,
  guildId: string,
): Promise<void> {
  for (let pause = firstPauseMs; !signal.aborted; pause = Math.min(pause * 2, longestPauseMs)) {
    try {
      await rest.put(Routes.applicationGuildCommands(application, guildId), { body: discordCommands })
      return
    } catch (error) {
      log.error(
        { reason: (error as Error).message },
        'Discord does not take the commands; is the bot invited with the scope applications.commands?',
      )
      await sleep(pause, undefined, { signal, ref: false }).catch(() => {})
    }
  }
}
