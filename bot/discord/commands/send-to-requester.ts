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
    const parts = partsOf(message)
    const sent = await sendToRequester(bot, {
      ...{ ticket: ticket._id, discordUser: interaction.user.id },
      ...{ key: `discord:${message.id}`, message: message.id },
      ...(await readMessage(bot, message, interaction.channelId)),
      leftOut: parts,
    })
    if (!sent.ok) return sentence`Not sent. ${sent.reason}`
    await markSent(bot, message, interaction.channelId)
    const without = parts.length > 0 ? sentence` ${sentWithout(parts)}` : sentence``
    const refused = sent.refused ? sentence` ${sent.refused}` : sentence``
    return sentence`Sent to ${sent.requester}.${without}${refused}`
  })

/** What the requester gets of a message: its text and files. */
async function readMessage(bot: Bot, { id, content, mentions, attachments }: Message, channel: string) {
  const people = [...mentions.users.values()].map((user) => ({ id: user.id, name: user.displayName }))
  const files = [...attachments.values()].map((file) => ({
    id: file.id,
    filename: file.name,
    size: file.size,
  }))
  return {
    ...(await readText(bot, { content, channel, mentions: people })),
    incoming: incomingFiles({ id, channel_id: channel, attachments: files }),
  }
}

/** Shows by a reaction that the message was sent. Without it, it was sent all the same. */
async function markSent({ rest, log }: Bot, { id }: Message, channel: string) {
  const reaction = Routes.channelMessageOwnReaction(channel, id, encodeURIComponent(sentReaction))
  await rest
    .put(reaction)
    .catch((error: Error) => log.warn({ err: error }, 'The reaction to a sent message could not be added'))
}

const partsOf = ({ stickers, poll, messageSnapshots }: Message) =>
  unsupportedParts({
    stickers: stickers.size,
    hasPoll: poll !== null,
    isForward: messageSnapshots.size > 0,
  })
