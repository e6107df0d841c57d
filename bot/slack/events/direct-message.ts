import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import {
  commentOfMessage,
  deletedInChat,
  editedInChat,
} from '../../../core/tickets/comments/change-in-chat.ts'
import { commentBodySchema } from '../../../core/tickets/comments/comment.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { resolveActor } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import { type IncomingMessage, readMessage } from './read-message.ts'
import { ticketOfThread } from './ticket-of-thread.ts'

export const directMessageEvent = 'message.im' satisfies BotEvent

const howTo = 'To file a ticket, type `/ticket`. To add to a ticket, reply in its thread.'
const lastRetry = 3

/** @property read reads a message with the names of what it mentions */
type Dependencies = SlackDependencies & { read: ReadNamed }
type Arguments = Parameters<Middleware<SlackEventMiddlewareArgs<'message'>>>[0]

/**
 * Handles direct messages to the desk. A reply in the thread of a ticket's card becomes a comment. Editing or deleting
 * the message edits or deletes the comment.
 */
export const onDirectMessage =
  (deps: Dependencies): Middleware<SlackEventMiddlewareArgs<'message'>> =>
  async (args) => {
    const message = readMessage(args.event)
    if (!message) return
    const answer = (text: string) =>
      postEphemeral(
        args.client,
        { channel: message.channel, user: message.user, thread: message.thread },
        text,
        deps.log,
      )
    try {
      if (message.state === 'deleted') return await deleteComment(deps, args, message)
      const hint = await saveComment(deps, args, message)
      if (hint) await answer(hint)
    } catch (error) {
      if (isRefusal(error)) return answer(error.message)
      if ((args.context.retryNum ?? 0) >= lastRetry)
        await answer('Your message could not be saved. Send it again later.')
      throw error
    }
  }

const commentKeyOf = ({ channel, ts }: IncomingMessage) => `slack:${channel}:${ts}`

const authorOf = ({ desk }: SlackDependencies, { body }: Arguments, { user }: IncomingMessage) =>
  resolveActor(desk, { team: body.team_id, user }, user)

/** @returns a hint to show to the person, or null */
async function saveComment(
  deps: Dependencies,
  args: Arguments,
  message: IncomingMessage,
): Promise<string | null> {
  const { body, client, context } = args
  const isNew = message.state === 'new'
  if (!message.thread) return isNew ? howTo : null
  const isOurs = message.threadBy === undefined || message.threadBy === context.botUserId
  const ticket = await ticketOfThread(deps.desk, client, {
    channel: message.channel,
    ts: message.thread,
    isOurs,
  })
  if (!ticket) return isNew ? howTo : null
  const { tree, mentions } = await deps.read(client, body.team_id, message.content)
  const text = commentBodySchema.safeParse(writeMarkdown(tree))
  if (!text.success) return message.hasFiles ? noFiles : tooLong
  const user = await authorOf(deps, args, message)
  const content = { body: text.data, mentions }
  // An edited message may be new to the desk, which may have refused the first version or not received it yet.
  const comment = await addComment(deps.desk, user, {
    ticket: ticket._id,
    surface: 'slack',
    key: commentKeyOf(message),
    message: message.ts,
    input: { ...content, visibility: 'public' },
  })
  if (!isNew) await editedInChat(deps.desk, user, comment, { surface: 'slack', ...content })
  return isNew && message.hasFiles ? filesLeftOut : null
}

async function deleteComment(deps: SlackDependencies, args: Arguments, message: IncomingMessage) {
  const comment = await commentOfMessage(deps.desk, commentKeyOf(message))
  if (comment) await deletedInChat(deps.desk, await authorOf(deps, args, message), comment, 'slack')
}

const tooLong = 'This message is too long: the limit is 10,000 characters. Send it in parts.'
const noFiles = 'The desk does not accept files yet. Describe them in words.'
const filesLeftOut = 'Your text was added to the ticket. The desk does not accept files yet.'
