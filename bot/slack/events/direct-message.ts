import type { Middleware, SlackEventMiddlewareArgs } from '@slack/bolt'
import { refusedFiles } from '../../../core/attachments/refused-files.ts'
import { isRefusal } from '../../../core/errors.ts'
import { retryIdempotent } from '../../../core/retry-idempotent.ts'
import { code, type Sentence, sentence } from '../../../core/text/sentence.ts'
import { mayHaveMeantToReopen } from '../../../core/tickets/actions/comment.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { editedInChat } from '../../../core/tickets/comments/change-in-chat.ts'
import { isStaff } from '../../../core/tickets/permissions.ts'
import type { SlackDependencies } from '../dependencies.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { resolveActor } from '../resolve-actor.ts'
import type { MessageContent } from '../views/blocks.ts'
import { fileOffer } from '../views/file-offer.ts'
import { noteSaved } from '../views/note-saved.ts'
import { reopenOffer } from '../views/reopen-offer.ts'
import { asItIsNow } from './as-it-is-now.ts'
import { commentKeyOf, deleteWithMessage, sentCommentOf, updateSentComment } from './change-message.ts'
import { takeEarlier } from './earlier-messages.ts'
import { bodyOf } from './message-body.ts'
import { saveNote } from './moderators-note.ts'
import { type IncomingMessage, readMessage } from './read-message.ts'
import {
  conversationOf,
  type MessageDependencies as Dependencies,
  isLastTry,
  type Received,
} from './received.ts'
import { ticketOfThread } from './ticket-of-thread.ts'

export const directMessageEvent = 'message.im' satisfies BotEvent

const howTo = sentence`To file a ticket, type ${code('/ticket')}. To add to a ticket, reply in its thread.`
const notSaved = sentence`Your message could not be saved. Send it again later.`

/**
 * Handles direct messages to the desk, and those in the moderators' channel. A reply in the thread of a ticket's card
 * becomes a comment: a moderator's is an internal note, so that no remark slips out to the requester. Editing or deleting
 * the message edits or deletes the comment. The messages of one conversation are handled in order.
 */
export const onMessage =
  (deps: Dependencies): Middleware<SlackEventMiddlewareArgs<'message'>> =>
  async (args) => {
    const message = readMessage(args.event, args.body.team_id, deps.moderatorsChannel)
    if (message) await deps.inOrder(conversationOf(deps, message), () => handle(deps, args, message))
  }

/** Handles a message from the history, which is read in order. */
export const takeFromHistory = (deps: Dependencies, received: Received, message: IncomingMessage) =>
  deps.inOrder(conversationOf(deps, message), () => attempt(deps, received, message))

/** Slack repeats a message that could not be stored, and the next ones of its thread wait for it. */
async function handle(deps: Dependencies, args: Received, sent: IncomingMessage) {
  try {
    await takeEarlier(deps, args, sent, (earlier) => attempt(deps, args, earlier)).catch((error: unknown) => {
      if (!isLastTry(args)) throw error
    })
    await attempt(deps, args, sent)
  } catch (error) {
    if (isLastTry(args)) await answerTo(deps, args, sent, notSaved)
    else deps.gaps.failed(sent)
    throw error
  }
}

/** @throws when it can't be handled yet */
async function attempt(deps: Dependencies, args: Received, sent: IncomingMessage) {
  const message = args.context.retryNum ? await asItIsNow(deps, args, sent) : sent
  if (!message) return
  try {
    const hint = await retryIdempotent(
      () => follow(deps, args, message),
      (error) => deps.log.warn({ err: error }, 'A message in Slack is handled again'),
    )
    if (hint) await answerTo(deps, args, message, hint)
  } catch (error) {
    if (!isRefusal(error)) throw error
    await answerTo(deps, args, message, error.words)
  }
}

const answerTo = (
  { log }: Dependencies,
  { client }: Received,
  { channel, user, thread }: IncomingMessage,
  words: Sentence | MessageContent,
) => postEphemeral(client, { channel, user, thread }, words, log)

/** @returns what to show to the author, or null */
async function follow(deps: Dependencies, args: Received, message: IncomingMessage) {
  if (message.state === 'deleted') return deleteWithMessage(deps, message)
  const sent = await sentCommentOf(deps.desk, message)
  if (sent) return updateSentComment(deps, args, message, sent)
  return message.channel === deps.moderatorsChannel
    ? saveNote(deps, args, message)
    : saveComment(deps, args, message)
}

const authorOf = (deps: SlackDependencies, { body }: Received, { user }: IncomingMessage) =>
  resolveActor(deps, { team: body.team_id, user }, user)

/** @returns what to show to the person, or null */
async function saveComment(
  deps: Dependencies,
  args: Received,
  message: IncomingMessage,
): Promise<Sentence | MessageContent | null> {
  const { client, context } = args
  const isNew = message.state === 'new'
  if (!message.thread) return isNew ? fileOffer(message.ts) : null
  const isOurs = message.threadBy === undefined || message.threadBy === context.botUserId
  const ticket = await ticketOfThread(deps.desk, client, {
    channel: message.channel,
    ts: message.thread,
    isOurs,
  })
  if (!ticket) return isNew ? howTo : null
  const content = await bodyOf(deps, args, message)
  if ('refusal' in content) return content.refusal
  const user = await authorOf(deps, args, message)
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
  const refused = isNew ? refusedFiles(comment.files) : null
  if (refused) return refused
  if (isNew && visibility === 'internal') return noteSaved(ticket)
  const now = isNew ? await deps.desk.tickets.find(ticket._id) : null
  return now && mayHaveMeantToReopen(comment, now) ? reopenOffer(now) : null
}
