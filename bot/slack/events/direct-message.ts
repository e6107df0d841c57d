import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { isRefusal } from '../../../core/errors.ts'
import { writeMarkdown } from '../../../core/rich-text/write-markdown.ts'
import { code, type Sentence, sentence } from '../../../core/text/sentence.ts'
import { mayHaveMeantToReopen } from '../../../core/tickets/actions/comment.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import {
  commentOfMessage,
  deletedInChat,
  editedInChat,
} from '../../../core/tickets/comments/change-in-chat.ts'
import { commentBodySchema } from '../../../core/tickets/comments/comment.ts'
import { isStaff } from '../../../core/tickets/permissions.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { resolveActor } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import type { MessageContent } from '../views/blocks.ts'
import { fileOffer } from '../views/file-offer.ts'
import { noteSaved } from '../views/note-saved.ts'
import { reopenOffer } from '../views/reopen-offer.ts'
import { type IncomingMessage, readMessage } from './read-message.ts'
import { ticketOfThread } from './ticket-of-thread.ts'

export const directMessageEvent = 'message.im' satisfies BotEvent

const howTo = sentence`To file a ticket, type ${code('/ticket')}. To add to a ticket, reply in its thread.`
const lastRetry = 3

/** @property read reads a message with the names of what it mentions */
type Dependencies = SlackDependencies & { read: ReadNamed }
type Arguments = Parameters<Middleware<SlackEventMiddlewareArgs<'message'>>>[0]

/**
 * Handles direct messages to the desk. A reply in the thread of a ticket's card becomes a comment: a moderator's is an
 * internal note, so that no remark slips out to the requester. Editing or deleting the message edits or deletes the
 * comment.
 */
export const onDirectMessage =
  (deps: Dependencies): Middleware<SlackEventMiddlewareArgs<'message'>> =>
  async (args) => {
    const message = readMessage(args.event, args.body.team_id)
    if (!message) return
    const answer = (words: Sentence | MessageContent) =>
      postEphemeral(
        args.client,
        { channel: message.channel, user: message.user, thread: message.thread },
        words,
        deps.log,
      )
    try {
      if (message.state === 'deleted') return await deleteComment(deps, args, message)
      const hint = await saveComment(deps, args, message)
      if (hint) await answer(hint)
    } catch (error) {
      if (isRefusal(error)) return answer(error.words)
      if ((args.context.retryNum ?? 0) >= lastRetry)
        await answer(sentence`Your message could not be saved. Send it again later.`)
      throw error
    }
  }

const commentKeyOf = ({ channel, ts }: IncomingMessage) => `slack:${channel}:${ts}`

const authorOf = (deps: SlackDependencies, { body }: Arguments, { user }: IncomingMessage) =>
  resolveActor(deps, { team: body.team_id, user }, user)

/** @returns what to show to the person, or null */
async function saveComment(
  deps: Dependencies,
  args: Arguments,
  message: IncomingMessage,
): Promise<Sentence | MessageContent | null> {
  const { body, client, context } = args
  const isNew = message.state === 'new'
  if (!message.thread) return isNew ? fileOffer(message.ts) : null
  const isOurs = message.threadBy === undefined || message.threadBy === context.botUserId
  const ticket = await ticketOfThread(deps.desk, client, {
    channel: message.channel,
    ts: message.thread,
    isOurs,
  })
  if (!ticket) return isNew ? howTo : null
  const { tree, mentions } = await deps.read(client, body.team_id, message.content)
  const markdown = writeMarkdown(tree)
  const isBare = markdown.trim() === '' && message.files.length > 0
  const text = commentBodySchema.safeParse(markdown)
  if (!text.success && !isBare) return markdown.trim() === '' ? noText : tooLong
  const user = await authorOf(deps, args, message)
  const content = { body: text.data ?? '', mentions }
  const isRequesters = user._id === ticket.requester.id
  const visibility = isRequesters || !isStaff(user) ? 'public' : 'internal'
  // An edited message may be new to the desk, which may have refused the first version or not received it yet.
  const comment = await addComment(deps.desk, user, {
    ticket: ticket._id,
    surface: 'slack',
    key: commentKeyOf(message),
    // Only the requester's message is where the comment is to be shown.
    ...(isRequesters ? { message: message.ts } : {}),
    input: { ...content, visibility },
    incoming: message.files,
  })
  if (!isNew) await editedInChat(deps.desk, user, comment, { surface: 'slack', ...content })
  if (isNew && visibility === 'internal') return noteSaved(ticket)
  const now = isNew ? await deps.desk.tickets.find(ticket._id) : null
  return now && mayHaveMeantToReopen(comment, now) ? reopenOffer(now) : null
}

async function deleteComment(deps: SlackDependencies, args: Arguments, message: IncomingMessage) {
  const comment = await commentOfMessage(deps.desk, commentKeyOf(message))
  if (comment) await deletedInChat(deps.desk, await authorOf(deps, args, message), comment, 'slack')
}

const tooLong = sentence`This message is too long: the limit is 10,000 characters. Send it in parts.`
const noText = sentence`The desk can read no text in this message. Write it in words.`
