import { refusedFiles } from '../../../core/attachments/refused-files.ts'
import { isRefusal } from '../../../core/errors.ts'
import { code, type Sentence, sentence } from '../../../core/text/sentence.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { editedInChat } from '../../../core/tickets/comments/change-in-chat.ts'
import { slackKey } from '../../../core/tickets/comments/own-message.ts'
import { isStaff } from '../../../core/tickets/permissions.ts'
import { refusalMessage } from '../../../core/tickets/refusal-message.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { User } from '../../../core/users/user.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { findReader } from '../resolve-actor.ts'
import type { MessageContent } from '../views/blocks.ts'
import { noteSaved } from '../views/note-saved.ts'
import { bodyOf } from './message-body.ts'
import type { IncomingMessage } from './read-message.ts'
import type { MessageDependencies, Received } from './received.ts'
import { ticketOfThread } from './ticket-of-thread.ts'

/** What Slack sends of the moderators' channel. Messages of other channels arrive, too, and are dropped unread. */
export const moderatorsChannelEvents = ['message.channels', 'message.groups'] as const satisfies BotEvent[]

/**
 * Saves a message in a ticket's thread of the moderators' channel as an internal note. Everything else that is said in
 * the channel is the moderators' own talk.
 * @returns what to show to its author, or null
 */
export async function saveNote(
  deps: MessageDependencies,
  args: Received,
  message: IncomingMessage,
): Promise<Sentence | MessageContent | null> {
  const { client, context, body } = args
  const { channel, thread, threadBy, state } = message
  if (!thread) return null
  const isOurs = threadBy === undefined || threadBy === context.botUserId
  const ticket = await ticketOfThread(deps.desk, client, { channel, ts: thread, isOurs })
  if (!ticket) return null
  const author = await findReader(deps.desk, { team: body.team_id, user: message.user })
  if (!author || !isStaff(author)) return state === 'new' ? notForOthers : null
  try {
    return await noteOf(deps, args, { message, ticket, author })
  } catch (error) {
    if (!isRefusal(error)) throw error
    return sentence`Not saved. ${refusalMessage(error, author, ticket)}`
  }
}

type Writing = { message: IncomingMessage; ticket: Ticket; author: User }

async function noteOf(
  deps: MessageDependencies,
  args: Received,
  { message, ticket, author }: Writing,
): Promise<Sentence | MessageContent | null> {
  const { channel, ts, state, files: incoming } = message
  const content = await bodyOf(deps, args, message)
  if ('refusal' in content) return content.refusal
  // An edited message may be new to the desk, which may have refused the first version or not received it yet.
  const note = await addComment(deps.desk, author, {
    ...{ ticket: ticket._id, surface: 'slack', key: slackKey(channel, ts), incoming },
    ...{ message: ts, place: 'slackModerators' },
    input: { ...content, visibility: 'internal' },
  })
  if (state !== 'new') await editedInChat(deps.desk, author, note, { surface: 'slack', ...content })
  const refused = state === 'new' ? refusedFiles(note.files) : null
  if (refused) return refused
  return state === 'new' && isFirstNote(ticket, author) ? noteSaved(ticket) : null
}

/** Whoever has been told that their messages are notes is not told each time. */
const isFirstNote = ({ history }: Ticket, { _id }: User) =>
  !history.some(({ action, surface, by }) => action === 'noted' && surface === 'slack' && by?.id === _id)

const notForOthers = sentence`Not saved: only moderators and admins add to tickets here. If that is your job, link your account: type ${code('/ticket link CODE')} with the code from your profile in the console.`
