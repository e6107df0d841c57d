import { Routes } from 'discord-api-types/v10'
import type { Bot } from '../bot.ts'
import { inOpenThread } from './in-open-thread.ts'
import { ignoreRefusal } from './reply-in-thread.ts'

/** The bot's reactions to handled messages. A message that has one is handled again only after an edit. */
export const sentReaction = '✅'
export const notSentReaction = '❌'

/**
 * People's reactions with these emoji are not mirrored: they would look like the desk's own sign that a message was
 * sent or refused.
 */
export const isStatusReaction = (emoji: string) => emoji === sentReaction || emoji === notSentReaction

type Message = { channel_id: string; id: string }
type Api = Pick<Bot, 'rest' | 'log'>

export const react = (bot: Api, message: Message, emoji: string) =>
  ignoreRefusal(
    inOpenThread(bot, message.channel_id, () => bot.rest.put(routeOf(message, emoji))),
    bot.log,
  )

export const unreact = (bot: Api, message: Message, emoji: string) =>
  ignoreRefusal(
    inOpenThread(bot, message.channel_id, () => bot.rest.delete(routeOf(message, emoji))),
    bot.log,
  )

const routeOf = ({ channel_id, id }: Message, emoji: string) =>
  Routes.channelMessageOwnReaction(channel_id, id, encodeURIComponent(emoji))
