import { DiscordAPIError } from 'discord.js'
import { Routes } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { cut } from '../views/text.ts'

type Message = { id: string; channel_id: string }

/** Answers a message, or what is left of it, for all in the thread to see. @param nonce said once, however often it is tried */
export const sayInThread = (
  { rest, log }: Pick<Bot, 'rest' | 'log'>,
  { id, channel_id }: Message,
  words: string,
  nonce = `said:${id}`,
) =>
  unlessRefused(
    rest.post(Routes.channelMessages(channel_id), {
      body: {
        content: cut(words, 2_000),
        message_reference: { message_id: id, fail_if_not_exists: false },
        allowed_mentions: { parse: [] },
        nonce,
        enforce_nonce: true,
      },
    }),
    log,
  )

/** The message or its thread may be gone, or a permission lacking: trying again would change nothing. */
export async function unlessRefused(call: Promise<unknown>, log: Bot['log']): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof DiscordAPIError)) throw error
    log.warn({ code: error.code }, `Discord refuses to show what became of a message: ${error.message}`)
  })
}
