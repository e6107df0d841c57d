import { DiscordAPIError } from 'discord.js'
import {
  type APIMessage,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
  MessageType,
  Routes,
} from 'discord-api-types/v10'
import { isRefusal } from '../../../core/errors.ts'
import { retryIdempotent } from '../../../core/retry-idempotent.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import {
  commentOfMessage,
  deletedInChat,
  editedInChat,
} from '../../../core/tickets/comments/change-in-chat.ts'
import { anyCommentBodySchema, type Comment } from '../../../core/tickets/comments/comment.ts'
import { refusalMessage } from '../../../core/tickets/refusal-message.ts'
import type { User } from '../../../core/users/user.ts'
import type { Bot } from '../bot.ts'
import { handleRequesterMessage, ticketOfRequesterMessage } from '../requester/handle-message.ts'
import { retryEditedReply } from './handle-reply.ts'
import { readText, typedText } from './read-text.ts'
import { replyInThread } from './reply-in-thread.ts'
import { noText, notValid, unsupportedPartsOf } from './unsupported-parts.ts'

const commentKeyOf = ({ id }: { id: string }) => `discord:${id}`

/**
 * Updates the requester's copy of an edited message. A reply that was refused is sent if it can be sent now. A message
 * that was internal stays internal.
 */
export async function handleEdit(bot: Bot, message: GatewayMessageUpdateDispatchData): Promise<void> {
  // Discord also reports an update when it only adds a link preview.
  if (message.author.bot || !message.edited_timestamp) return
  const isNew = await followChange(bot, message, 'changed', async (author, comment) => {
    const { text, mentions } = await readText(bot, typedText(message))
    if (text.trim() === '' && !comment.files) return noText(unsupportedPartsOf(message))
    const body = anyCommentBodySchema.safeParse(text)
    if (!body.success) return notValid(body.error)
    await editedInChat(bot.desk, author, comment, { surface: 'discord', body: body.data, mentions })
    return null
  })
  if (isNew) await mend(bot, message)
}

/** The event lacks the bot's own reaction, which says that the reply was refused. */
async function mend(bot: Bot, edited: GatewayMessageUpdateDispatchData) {
  const { id, channel_id, type } = edited
  try {
    const ticket = await ticketOfRequesterMessage(bot, edited)
    if (!ticket && type !== MessageType.Reply) return
    const message = (await bot.rest.get(Routes.channelMessage(channel_id, id))) as APIMessage
    await (ticket ? handleRequesterMessage(bot, message, ticket) : retryEditedReply(bot, message))
  } catch (error) {
    if (error instanceof DiscordAPIError) return
    bot.log.error({ err: error, message: id }, 'An edited reply on Discord could not be sent')
  }
}

/** Deletes the requester's copy of a deleted message. */
export async function handleDeletion(bot: Bot, message: GatewayMessageDeleteDispatchData): Promise<void> {
  await followChange(bot, message, 'deleted', async (author, comment) => {
    await deletedInChat(bot.desk, author, comment, 'discord')
    return null
  })
}

/** Moderators and bots can delete up to 100 messages at once. */
export async function handleBulkDeletion(
  bot: Bot,
  { ids, ...where }: GatewayMessageDeleteBulkDispatchData,
): Promise<void> {
  for (const id of ids) await handleDeletion(bot, { ...where, id })
}

/**
 * Finds the comment of a message and changes it. If that is refused, the thread gets a reply with the reason.
 * @param change returns why the comment was not changed, or null
 * @returns whether the message never became a comment
 */
async function followChange(
  bot: Bot,
  message: { id: string; channel_id: string },
  what: 'changed' | 'deleted',
  change: (author: User, comment: Comment) => Promise<Sentence | null>,
): Promise<boolean> {
  let isNew = false
  let where = 'for the requester'
  const attempt = async () => {
    const comment = await commentOfMessage(bot.desk, commentKeyOf(message))
    isNew = comment === null
    if (comment?.fromRequester) where = 'on the ticket'
    const author = comment && (await bot.desk.users.find(comment.author.id))
    if (!comment || comment.deleted || !author) return null
    if (!author.active) return sentence`Your account on the desk is deactivated. Ask an admin.`
    return change(author, comment).catch(async (error) => {
      if (!isRefusal(error)) throw error
      return refusalMessage(error, author, await bot.desk.tickets.find(comment.ticket))
    })
  }
  try {
    const reason = await retryIdempotent(attempt, (error) =>
      bot.log.warn({ err: error, message: message.id }, 'A change on Discord is retried'),
    )
    if (reason)
      await replyInThread(bot, message, sentence`Not ${what} ${where}. ${reason}`, `edit:${message.id}`)
  } catch (error) {
    bot.log.error({ err: error, message: message.id }, 'A change on Discord could not be followed')
  }
  return isNew
}
