import type { MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt'
import type { GenericMessageEvent } from '@slack/types'
import { isRefusal } from '../../../core/errors.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { commentOfMessage, deletedInChat } from '../../../core/tickets/comments/change-in-chat.ts'
import { sentNoteKey } from '../../../core/tickets/comments/own-message.ts'
import { isStaff } from '../../../core/tickets/permissions.ts'
import { refusalMessage } from '../../../core/tickets/refusal-message.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { User } from '../../../core/users/user.ts'
import { briefError } from '../connection/brief-error.ts'
import { commentKeyOf } from '../events/change-message.ts'
import { bodyOf } from '../events/message-body.ts'
import { type IncomingMessage, messageOf } from '../events/read-message.ts'
import { conversationOf, type MessageDependencies } from '../events/received.ts'
import { ticketOfThread } from '../events/ticket-of-thread.ts'
import type { Shortcut } from '../manifest/manifest-types.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { respondWith } from '../outbound/respond-with.ts'
import { findReader, handleOf } from '../resolve-actor.ts'
import { sentenceMessage } from '../views/sentence.ts'

export const sendShortcut = {
  type: 'message',
  name: 'Send to requester',
  callback_id: 'send_to_requester',
  description: 'Send your note in a ticket’s thread to the requester',
} satisfies Shortcut

type Arguments = Parameters<Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>>>[0]

/** The reaction that tells the other moderators that a message was sent. */
const sentReaction = 'white_check_mark'

/**
 * Sends an internal note to the requester. Only its author may do this, because the requester sees it under the author's
 * name. The note becomes a comment, which follows the message from then on.
 */
export const onSendShortcut = (deps: MessageDependencies) => async (args: Arguments) => {
  await args.ack()
  const { channel, message, user } = args.shortcut
  const thread = message.thread_ts
  if (!thread) return respondWith(deps, args.respond, async () => sentenceMessage(notInThread))
  const at = conversationOf(deps, { channel: channel.id, thread })
  const words = await deps
    .inOrder(at, () => send(deps, args))
    .catch((error: unknown) => {
      if (isRefusal(error)) return sentence`Not sent. ${error.words}`
      deps.log.error({ err: briefError(error) }, 'A note on Slack was not sent to the requester')
      return sentence`Not sent. Something went wrong on our side. Try again in a minute.`
    })
  await postEphemeral(args.client, { channel: channel.id, user: user.id, thread }, words, deps.log)
}

async function send(deps: MessageDependencies, args: Arguments): Promise<Sentence> {
  const { shortcut, client, context } = args
  const by = handleOf(shortcut)
  const at = { channel: shortcut.channel.id, team: by.team, state: 'new' } as const
  // The types of a message in a shortcut and in an event differ.
  const message = messageOf(shortcut.message as GenericMessageEvent, at)
  if (message?.user !== by.user) return notYours
  const { channel, thread = '', threadBy } = message
  const isOurs = threadBy === undefined || threadBy === context.botUserId
  const ticket = await ticketOfThread(deps.desk, client, { channel, ts: thread, isOurs })
  if (!ticket || ticket.deleted) return notInThread
  const actor = await findReader(deps.desk, by)
  if (!actor || !isStaff(actor)) return sentence`Not sent. Only moderators and admins can do this.`
  try {
    const refusal = await publish(deps, args, { message, ticket, actor })
    return refusal ? sentence`Not sent. ${refusal}` : sentence`Sent to ${ticket.requester.name}.`
  } catch (error) {
    if (!isRefusal(error)) throw error
    return sentence`Not sent. ${refusalMessage(error, actor, ticket)}`
  }
}

type Sent = { message: IncomingMessage; ticket: Ticket; actor: User }

/** Safe to repeat: the comment has a key of its own, and the note goes only once the comment is stored. @returns why not */
async function publish(
  deps: MessageDependencies,
  { client, shortcut }: Arguments,
  { message, ticket, actor }: Sent,
): Promise<Sentence | null> {
  const { desk, log } = deps
  const { channel, ts, files: incoming } = message
  const key = commentKeyOf(message)
  const note = await commentOfMessage(desk, key)
  if (note?.visibility === 'public') return sentence`It is no internal note.`
  const content = await bodyOf(deps, { client, body: { team_id: handleOf(shortcut).team } }, message)
  if ('refusal' in content) return content.refusal
  await addComment(desk, actor, {
    ...{ ticket: ticket._id, surface: 'slack', key: sentNoteKey(key), incoming },
    ...(channel === deps.moderatorsChannel ? { message: ts, place: 'slackModerators' as const } : {}),
    input: { ...content, visibility: 'public' },
  })
  if (note && !note.deleted) await deletedInChat(desk, actor, note, 'slack')
  await client.reactions
    .add({ channel, timestamp: ts, name: sentReaction })
    .catch((error: unknown) => log.warn({ err: briefError(error) }, 'A sent note on Slack is not marked'))
  return null
}

const notInThread = sentence`Not sent. This is not the thread of a ticket.`
const notYours = sentence`Not sent. Only the author can send a message to the requester. Press Reply on the card to say it in your own words.`
