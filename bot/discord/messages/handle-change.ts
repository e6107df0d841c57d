import type {
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
} from 'discord-api-types/v10'
import { isRefusal } from '../../../core/errors.ts'
import {
  commentOfMessage,
  deletedInChat,
  editedInChat,
} from '../../../core/tickets/comments/change-in-chat.ts'
import { type Comment, commentBodySchema } from '../../../core/tickets/comments/comment.ts'
import type { User } from '../../../core/users/user.ts'
import type { Bot } from '../bot.ts'
import { refusalMessage } from '../refusal-message.ts'
import { readText } from './read-text.ts'
import { replyInThread } from './reply-in-thread.ts'
import { retryIdempotent } from './retry-idempotent.ts'

const commentKeyOf = ({ id }: { id: string }) => `discord:${id}`

/** Updates the requester's copy of an edited message. A message that was internal stays internal. */
export const handleEdit = (bot: Bot, message: GatewayMessageUpdateDispatchData): Promise<void> =>
  followChange(bot, message, 'Not changed for the requester.', async (author, comment) => {
    // Discord also reports an update when it only adds a link preview.
    if (message.author.bot || !message.edited_timestamp) return null
    const { text, mentions } = await readText(bot, {
      content: message.content,
      channel: message.channel_id,
      mentions: message.mentions.map(({ id, global_name, username }) => ({
        id,
        name: global_name ?? username,
      })),
    })
    const body = commentBodySchema.safeParse(text)
    if (!body.success) return 'The message has no text.'
    await editedInChat(bot.desk, author, comment, { surface: 'discord', body: body.data, mentions })
    return null
  })

/** Deletes the requester's copy of a deleted message. */
export const handleDeletion = (bot: Bot, message: GatewayMessageDeleteDispatchData): Promise<void> =>
  followChange(bot, message, 'Not deleted for the requester.', async (author, comment) => {
    await deletedInChat(bot.desk, author, comment, 'discord')
    return null
  })

/**
 * Finds the comment of a message and changes it. If that is refused, the thread gets a reply with the reason.
 * @param change returns why the comment was not changed, or null
 */
async function followChange(
  bot: Bot,
  message: { id: string; channel_id: string },
  notDone: string,
  change: (author: User, comment: Comment) => Promise<string | null>,
): Promise<void> {
  const attempt = async () => {
    const comment = await commentOfMessage(bot.desk, commentKeyOf(message))
    const author = comment && (await bot.desk.users.find(comment.author.id))
    if (!comment || comment.deleted || !author) return null
    if (!author.active) return 'Your account on the desk is deactivated. Ask an admin.'
    return change(author, comment).catch(async (error) => {
      if (!isRefusal(error)) throw error
      return refusalMessage(error, author, await bot.desk.tickets.find(comment.ticket))
    })
  }
  try {
    const reason = await retryIdempotent(attempt, (error) =>
      bot.log.warn({ err: error, message: message.id }, 'A change on Discord is retried'),
    )
    if (reason) await replyInThread(bot, message, `${notDone} ${reason}`, `edit:${message.id}`)
  } catch (error) {
    bot.log.error({ err: error, message: message.id }, 'A change on Discord could not be followed')
  }
}
