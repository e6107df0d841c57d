import type { ModalSubmitInteraction } from 'discord.js'
import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { Comment } from '../../../core/tickets/comments/comment.ts'
import type { Bot } from '../bot.ts'
import { sendReply } from '../messages/send-reply.ts'
import { newReplyId, replyIdOf } from '../reply-ids.ts'
import { discordMarkdown } from '../text/write-discord.ts'

const field = 'text'
/** Discord takes no more in one input. */
const maxReply = 4_000

/** Asks for an answer, with a text to begin with. Null: the text is too long for the form. */
export const replyModalWith = (customId: string, title: string, markdown: string) => {
  const value = discordMarkdown(markdown)
  return value.length <= maxReply ? modal(customId, title, value) : null
}

const modal = (customId: string, title: string, value?: string) =>
  ({
    custom_id: customId,
    title,
    components: [
      {
        type: ComponentType.Label,
        label: 'Your answer',
        description: 'The requester sees it under your name.',
        component: {
          type: ComponentType.TextInput,
          custom_id: field,
          style: TextInputStyle.Paragraph,
          required: true,
          max_length: maxReply,
          ...(value === undefined ? {} : { value }),
        },
      },
    ],
  }) satisfies APIModalInteractionResponseCallbackData

/** Asks for an answer. */
export const replyModal = modal(newReplyId, 'Answer the requester')

/** Asks for the new text of a sent answer. Null: it is too long for the form. */
export const changeModal = ({ _id, body }: Pick<Comment, '_id' | 'body'>) =>
  replyModalWith(replyIdOf('change', _id), 'Change your answer', body)

export const textOf = (interaction: ModalSubmitInteraction) => interaction.fields.getTextInputValue(field)

/** Sends the answer that was written in the form. */
export const submitReply = (bot: Bot, interaction: ModalSubmitInteraction) =>
  sendReply(bot, interaction, textOf(interaction))
