import type {
  APIPartialEmoji,
  GatewayMessageReactionRemoveAllDispatchData,
  GatewayMessageReactionRemoveDispatchData,
} from 'discord-api-types/v10'
import { isRefusal } from '../../../core/errors.ts'
import { retryIdempotent } from '../../../core/retry-idempotent.ts'
import { canonicalEmoji } from '../../../core/rich-text/emoji.ts'
import { clearReactions, react } from '../../../core/tickets/comments/react.ts'
import type { Bot } from '../bot.ts'

/** The staff's thread, and the requester's. A message is known in one of them. */
const places = ['discord', 'discordRequester'] as const

/**
 * Lets the other side see a reaction to a message of the ticket's conversation. Custom emoji exist only on Discord.
 * @param botUser the bot's own reactions stand for other people's
 */
export async function handleReaction(
  bot: Bot,
  botUser: string | undefined,
  { user_id, channel_id, message_id, emoji }: GatewayMessageReactionRemoveDispatchData,
  isAdded: boolean,
): Promise<void> {
  const characters = charactersOf(emoji)
  if (!characters || user_id === botUser) return
  const person = await bot.desk.users.findByDiscord(user_id)
  const event = { by: user_id, emoji: characters, at: null, isAdded }
  await inEachPlace(bot, (place) =>
    react(bot.desk, person?.active ? person : null, {
      ...{ place, channel: channel_id, message: message_id },
      ...event,
    }),
  )
}

/** A moderator of the server cleared the reactions to a message, or those with one emoji. */
export async function handleCleared(
  bot: Bot,
  {
    channel_id,
    message_id,
    emoji,
  }: GatewayMessageReactionRemoveAllDispatchData & { emoji?: APIPartialEmoji },
): Promise<void> {
  const characters = emoji ? charactersOf(emoji) : undefined
  if (emoji && !characters) return
  await inEachPlace(bot, (place) =>
    clearReactions(bot.desk, { place, channel: channel_id, message: message_id }, characters),
  )
}

/** Undefined: a custom emoji. */
export const charactersOf = ({ id, name }: APIPartialEmoji) =>
  id || !name ? undefined : canonicalEmoji(name)

async function inEachPlace({ log }: Bot, store: (place: (typeof places)[number]) => Promise<void>) {
  for (const place of places)
    await retryIdempotent(
      () =>
        store(place).catch((error: unknown) => {
          if (!isRefusal(error)) throw error
        }),
      (error) => log.warn({ err: error }, 'A reaction on Discord is retried'),
    )
}
