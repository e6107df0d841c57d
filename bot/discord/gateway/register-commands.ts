import { type REST, Routes } from 'discord.js'
import type { Log } from '../../../core/log.ts'
import { retryForever } from '../../../core/retry-forever.ts'
import { discordCommands } from '../commands/commands.ts'

const pauses = { firstMs: 5_000, maxMs: 5 * 60_000 }

/** Registers the desk's commands with Discord. Keeps trying until Discord accepts them or the signal aborts. */
export const registerCommands = (
  { rest, log, signal }: { rest: REST; log: Log; signal: AbortSignal },
  application: string,
  guildId: string,
): Promise<unknown> =>
  retryForever(
    () => rest.put(Routes.applicationGuildCommands(application, guildId), { body: discordCommands }),
    {
      signal,
      pauses,
      onFailure: (error) =>
        log.error(
          { reason: (error as Error).message },
          'Discord rejects the commands. Is the bot invited with the scope applications.commands?',
        ),
    },
  )
