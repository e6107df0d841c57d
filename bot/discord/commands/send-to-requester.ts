import type { Message, MessageContextMenuCommandInteraction } from 'discord.js'
import {
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
  Routes,
} from 'discord-api-types/v10'
import { code, sentence } from '../../../core/text/sentence.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { incomingFiles } from '../messages/incoming-files.ts'
import { sentReaction } from '../messages/reactions.ts'
import { readText } from '../messages/read-text.ts'
import { sendToRequester } from '../messages/send-to-requester.ts'
import { sentWithout, unsupportedParts } from '../messages/unsupported-parts.ts'

export const sendCommand = {
  type: ApplicationCommandType.Message,
  name: 'Send to requester',
  contexts: [InteractionContextType.Guild],
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody

/**
 * Sends an internal message to the requester. Only its author may do this, because the requester sees it under the
 * author's name.
 */
export const runSend = (bot: Bot, interaction: MessageContextMenuCommandInteraction) =>
  answerPrivately(interaction, bot.log, async () => {
    const message = interaction.targetMessage
    const ticket = await bot.desk.tickets.findByDiscordThread(interaction.channelId)
    if (!ticket) return sentence`Not sent. This is not the thread of a ticket.`
    if (message.author.id !== interaction.user.id)
      return sentence`Not sent. Only the author can send a message to the requester. Use ${code('/reply')} to say it in your own words.`
    const read = await readText(bot, {
      content: message.content,
      channel: interaction.channelId,
      mentions: [...message.mentions.users.values()].map(({ id, displayName }) => ({
        id,
        name: displayName,
      })),
    })
    const parts = partsOf(message)
    const sent = await sendToRequester(bot, {
      ticket: ticket._id,
      discordUser: interaction.user.id,
      key: `discord:${message.id}`,
      message: message.id,
      ...read,
      incoming: incomingFiles({
        id: message.id,
        channel_id: interaction.channelId,
        attachments: [...message.attachments.values()].map(({ id, name, size }) => ({
          id,
          filename: name,
          size,
        })),
      }),
      leftOut: parts,
    })
    if (!sent.ok) return sentence`Not sent. ${sent.reason}`
    const reaction = Routes.channelMessageOwnReaction(
      interaction.channelId,
      message.id,
      encodeURIComponent(sentReaction),
    )
    await bot.rest
      .put(reaction)
      .catch((error: Error) =>
        bot.log.warn({ err: error }, 'The reaction to a sent message could not be added'),
      )
    const without = parts.length > 0 ? sentence` ${sentWithout(parts)}` : sentence``
    const refused = sent.refused ? sentence` ${sent.refused}` : sentence``
    return sentence`Sent to ${sent.requester}.${without}${refused}`
  })

const partsOf = ({ stickers, poll, messageSnapshots }: Message) =>
  unsupportedParts({
    stickers: stickers.size,
    hasPoll: poll !== null,
    isForward: messageSnapshots.size > 0,
  })
