import { DiscordAPIError } from 'discord.js'
import { type APIMessage, Routes } from 'discord-api-types/v10'
import type { Sentence } from '../../../core/text/sentence.ts'
import type { Bot } from '../bot.ts'
import { inMarkdown } from '../views/sentence.ts'
import { inOpenThread } from './in-open-thread.ts'

type Message = { id: string; channel_id: string }

/** Replies to a message in its thread, even if the message is deleted. @param nonce keeps a retry from posting twice */
export const replyInThread = (
  bot: Pick<Bot, 'rest' | 'log'>,
  { id, channel_id }: Message,
  words: Sentence,
  nonce = `said:${id}`,
) =>
  ignoreRefusal(
    inOpenThread(bot, channel_id, () =>
      bot.rest.post(Routes.channelMessages(channel_id), {
        body: {
          content: inMarkdown(words, 2_000),
          message_reference: { message_id: id, fail_if_not_exists: false },
          allowed_mentions: { parse: [] },
          nonce,
          enforce_nonce: true,
        },
      }),
    ),
    bot.log,
  )

/** Whether the bot has replied to a message, within the 100 messages after it. */
export async function hasBotReply(
  { rest }: Pick<Bot, 'rest'>,
  { id, channel_id }: Message,
): Promise<boolean> {
  const query = new URLSearchParams({ after: id, limit: '100' })
  const later = (await rest.get(Routes.channelMessages(channel_id), { query })) as APIMessage[]
  return later.some(({ author, message_reference }) => author.bot && message_reference?.message_id === id)
}

/**
 * Ignores and logs a rejection by Discord. The thread is gone or a permission is missing, so a retry would not help.
 * @throws other errors
 */
export async function ignoreRefusal(call: Promise<unknown>, log: Bot['log']): Promise<void> {
  await call.catch((error: unknown) => {
    if (!(error instanceof DiscordAPIError)) throw error
    log.warn({ code: error.code }, `Discord rejects a reply or reaction: ${error.message}`)
  })
}
