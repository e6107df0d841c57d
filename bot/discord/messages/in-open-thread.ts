import { DiscordAPIError } from 'discord.js'
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'

/** Runs a call in a thread. If the thread is archived, opens it and runs the call again. */
export async function inOpenThread<T>(
  { rest }: Pick<Bot, 'rest'>,
  thread: string,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (!isArchived(error)) throw error
    await rest.patch(Routes.channel(thread), { body: { archived: false } })
    return call()
  }
}

const isArchived = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidActionOnArchivedThread
