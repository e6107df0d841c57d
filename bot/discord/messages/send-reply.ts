import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js'
import type { APIActionRowComponent, APIButtonComponent } from 'discord-api-types/v10'
import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { IncomingFile } from '../../../core/attachments/attached-file.ts'
import { idFromKey } from '../../../core/ids.ts'
import { code, sentence } from '../../../core/text/sentence.ts'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import { answerOpenly } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { failureMessage } from '../failure-message.ts'
import { replyIdOf } from '../reply-ids.ts'
import { commentMessage } from '../views/comment.ts'
import { readText } from './read-text.ts'
import { sendToRequester } from './send-to-requester.ts'

/**
 * Sends an answer that was written by command or in a form. Answers in the thread with the answer as its author's own, so
 * that the whole team sees what was sent, or why not.
 */
export const sendReply = (
  bot: Bot,
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  content: string,
  incoming: IncomingFile[] = [],
) =>
  answerOpenly(interaction, bot.log, async () => {
    try {
      const { desk } = bot
      const channel = interaction.channelId
      const ticket = channel ? await desk.tickets.findByDiscordThread(channel) : null
      if (!ticket || !channel)
        return sentence`Not sent. This is not the thread of a ticket. Use ${code('/reply')} in the thread of the ticket.`
      const [{ id: message }, read] = await Promise.all([
        interaction.fetchReply(),
        readText(bot, { content, channel, mentions: [] }),
      ])
      const key = `discord:${interaction.id}`
      const discordUser = interaction.user.id
      const outgoing = { ticket: ticket._id, discordUser, key, message, ...read, incoming }
      const sent = await sendToRequester(bot, outgoing)
      if (!sent.ok) return sentence`Not sent. ${sent.reason}`
      const comment = await desk.comments.find(idFromKey(key))
      return comment
        ? sentMessage(comment, interaction.user.displayAvatarURL())
        : sentence`Sent to ${sent.requester}.`
    } catch (error) {
      return sentence`Not sent. ${failureMessage(error, bot.log)}`
    }
  })

const sentMessage = (comment: Comment, icon: string) => ({
  embeds: commentMessage(comment, { icon }).embeds,
  components: [replyButtons(comment._id)],
})

/** Its author can change an answer and take it back. Permissions are checked at the click. */
const replyButtons = (comment: string): APIActionRowComponent<APIButtonComponent> => ({
  type: ComponentType.ActionRow,
  components: [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      label: 'Change',
      custom_id: replyIdOf('change', comment),
    },
    {
      type: ComponentType.Button,
      style: ButtonStyle.Danger,
      label: 'Take back',
      custom_id: replyIdOf('take-back', comment),
    },
  ],
})
