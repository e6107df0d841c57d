import type { MessageContextMenuCommandInteraction } from 'discord.js'
import {
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { sent as sentMark } from '../messages/reactions.ts'
import { mentionsIn, namedPeople } from '../messages/mentions.ts'
import { plainWords } from '../messages/discord-markdown.ts'
import { sendToRequester } from '../messages/send-to-requester.ts'

export const sendCommand = {
  type: ApplicationCommandType.Message,
  name: 'Send to requester',
  contexts: [InteractionContextType.Guild],
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody

/**
 * Sends on what its own writer wrote as internal. Only they may: nobody's remark leaves the thread by another's hand,
 * and the requester reads it under the writer's name.
 */
export const runSend = (bot: Bot, interaction: MessageContextMenuCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const message = interaction.targetMessage
    const ticket = await bot.desk.tickets.findByDiscordThread(interaction.channelId)
    if (!ticket) return 'Not sent: this is not a ticket’s thread.'
    if (message.author.id !== interaction.user.id)
      return 'Not sent: only its writer can send a message on. Use `/reply` to say it in your own words.'
    const named = await namedPeople(
      bot.desk,
      [...message.mentions.users.values()].map(({ id, displayName }) => ({ id, name: displayName })),
    )
    const sent = await sendToRequester(bot, {
      ticket: ticket._id,
      discordUser: interaction.user.id,
      key: `discord:${message.id}`,
      message: message.id,
      text: plainWords(message.content, named),
      mentions: mentionsIn(named),
    })
    if (!sent.ok) return `Not sent: ${sent.why}`
    const mark = Routes.channelMessageOwnReaction(
      interaction.channelId,
      message.id,
      encodeURIComponent(sentMark),
    )
    await bot.rest
      .put(mark)
      .catch((error: Error) => bot.log.warn({ err: error }, 'a sent message could not be marked'))
    const files = message.attachments.size > 0 ? ' Its files were not: files are not passed on.' : ''
    return `Sent to ${sent.requester}.${files}`
  })
