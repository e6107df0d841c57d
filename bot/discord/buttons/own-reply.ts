import type { ButtonInteraction, ModalSubmitInteraction } from 'discord.js'
import { isRefusal } from '../../../core/errors.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { deletedInChat, editedInChat } from '../../../core/tickets/comments/change-in-chat.ts'
import { type Comment, commentBodySchema } from '../../../core/tickets/comments/comment.ts'
import { refusalMessage } from '../../../core/tickets/refusal-message.ts'
import type { User } from '../../../core/users/user.ts'
import { answerPrivately } from '../answer.ts'
import type { Bot } from '../bot.ts'
import { readText } from '../messages/read-text.ts'
import { changeModal, textOf } from '../modals/reply.ts'
import type { ReplyAction } from '../reply-ids.ts'
import { resolveActor } from '../resolve-actor.ts'

type Pressed = { action: ReplyAction; comment: string }

/** Opens the form that changes a sent answer, or takes the answer back. */
export async function pressReply(bot: Bot, interaction: ButtonInteraction, { action, comment: id }: Pressed) {
  if (action === 'take-back')
    return answerPrivately(interaction, bot.log, () =>
      changeReply(bot, interaction.user.id, id, async (author, comment) => {
        await deletedInChat(bot.desk, author, comment, 'discord')
        return sentence`Taken back. The requester no longer sees it.`
      }),
    )
  const comment = await bot.desk.comments.find(id)
  const form = comment && !comment.deleted && changeModal(comment)
  if (form) return interaction.showModal(form)
  return answerPrivately(interaction, bot.log, async () =>
    comment && !comment.deleted
      ? sentence`The answer is too long for a form on Discord. Change it in the console.`
      : sentence`The answer has been deleted.`,
  )
}

/** Changes a sent answer to the text in the form. */
export const submitChange = (bot: Bot, interaction: ModalSubmitInteraction, id: string) =>
  answerPrivately(interaction, bot.log, () =>
    changeReply(bot, interaction.user.id, id, async (author, comment) => {
      const channel = interaction.channelId ?? ''
      const { text, mentions } = await readText(bot, { content: textOf(interaction), channel, mentions: [] })
      const body = commentBodySchema.safeParse(text)
      if (!body.success) return sentence`Not changed. The answer has no text.`
      await editedInChat(bot.desk, author, comment, { surface: 'discord', body: body.data, mentions })
      return sentence`Changed. The requester sees the new text.`
    }),
  )

/** @returns what was done, or why it was refused */
async function changeReply(
  bot: Bot,
  discordUser: string,
  id: string,
  change: (author: User, comment: Comment) => Promise<Sentence>,
): Promise<Sentence> {
  const comment = await bot.desk.comments.find(id)
  if (!comment || comment.deleted) return sentence`The answer has been deleted.`
  const author = await resolveActor(bot, discordUser)
  try {
    return await change(author, comment)
  } catch (error) {
    if (!isRefusal(error)) throw error
    return refusalMessage(error, author, await bot.desk.tickets.find(comment.ticket))
  }
}
