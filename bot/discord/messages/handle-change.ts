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
import { refusalWords } from '../refusal-words.ts'
import { tryAgain } from '../try-again.ts'
import { mentionsIn, namedPeople } from './named-people.ts'
import { plainWords } from './plain-words.ts'
import { sayInThread } from './say-in-thread.ts'

const keyOf = ({ id }: { id: string }) => `discord:${id}`

/** A message that was sent to the requester has other words now: they get these. What stayed internal stays so. */
export const handleEdit = (bot: Bot, message: GatewayMessageUpdateDispatchData): Promise<void> =>
  following(bot, message, 'Not changed for the requester', async (writer, said) => {
    // Discord says so too when it only adds the preview of a link
    if (message.author.bot || !message.edited_timestamp) return null
    const named = await namedPeople(
      bot.desk,
      message.mentions.map(({ id, global_name, username }) => ({ id, name: global_name ?? username })),
    )
    const words = commentBodySchema.safeParse(plainWords(message.content, named))
    if (!words.success) return 'there are no words in it.'
    const mentions = mentionsIn(named)
    await editedInChat(bot.desk, writer, said, { surface: 'discord', body: words.data, mentions })
    return null
  })

/** A message that was sent to the requester is gone: so are the words that they got. */
export const handleDeletion = (bot: Bot, message: GatewayMessageDeleteDispatchData): Promise<void> =>
  following(bot, message, 'Not taken back', async (writer, said) => {
    await deletedInChat(bot.desk, writer, said, 'discord')
    return null
  })

/** @param follow @returns why not, to be told in the thread; null: it is done */
async function following(
  bot: Bot,
  message: { id: string; channel_id: string },
  notDone: string,
  follow: (writer: User, said: Comment) => Promise<string | null>,
): Promise<void> {
  const attempt = async () => {
    const said = await commentOfMessage(bot.desk, keyOf(message))
    const writer = said && (await bot.desk.users.find(said.author.id))
    if (!said || said.deleted || !writer) return null
    if (!writer.active) return 'your account on the desk is deactivated. Ask an admin.'
    return follow(writer, said).catch(async (error) => {
      if (!isRefusal(error)) throw error
      return refusalWords(error, writer, await bot.desk.tickets.find(said.ticket))
    })
  }
  try {
    const why = await tryAgain(attempt, (error) =>
      bot.log.warn({ err: error, message: message.id }, 'a change on Discord is tried again'),
    )
    if (why) await sayInThread(bot, message, `${notDone}: ${why}`, `edit:${message.id}`)
  } catch (error) {
    bot.log.error({ err: error, message: message.id }, 'a change on Discord was not followed')
  }
}
