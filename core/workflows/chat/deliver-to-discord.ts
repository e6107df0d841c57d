import { sendNotification } from '../../notifications/send-notification.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../../outbox/entry.ts'
import type { Handled } from '../../outbox/outbox.ts'
import { TooManyThreads } from '../../provider-errors.ts'
import type { Comment, CommentPlace } from '../../tickets/comments/comment.ts'
import { isOwnMessage } from '../../tickets/comments/own-message.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { sendScheduled } from '../send-scheduled.ts'
import type { DiscordWorker } from '../worker.ts'
import { defaultConcurrency, taskPerDocument, type Workflow } from '../workflow.ts'
import { archiveQuietThreads } from './archive-quiet-threads.ts'
import type { ConversationPlace, Fields } from './conversation-place.ts'
import { nameThread, type Shown, showCard } from './discord-card.ts'
import { requesterConversation, showRequesterCard } from './discord-requester.ts'
import { staffThread } from './discord-staff-thread.ts'
import { showEntry } from './show-conversation.ts'

/** Runs when something is to be sent to Discord: a ticket's thread, card or comments, or a direct message. */
export const deliverToDiscord = (worker: DiscordWorker): Workflow => ({
  queue: 'discord',
  step: 'deliver to Discord',
  concurrency: defaultConcurrency,
  on: {
    tickets: taskPerDocument((id) =>
      worker.desk.tickets.outbox.drain(id, 'discord', (ticket, entry) => deliver(worker, ticket, entry)),
    ),
    scheduledNotifications: taskPerDocument((id) => sendScheduled(worker, id, 'discord')),
  },
})

type DiscordEntry = EntryIn<'discord', TicketEntry>

/** At the server's limit of active threads, the quietest are archived first. All steps can be repeated. */
async function deliver(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: DiscordEntry,
): Promise<Handled<TicketEntry>> {
  try {
    return await deliverEntry(worker, ticket, entry)
  } catch (error) {
    if (!(error instanceof TooManyThreads)) throw error
    await archiveQuietThreads(worker, ticket)
    return deliverEntry(worker, ticket, entry)
  }
}

async function deliverEntry(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: DiscordEntry,
): Promise<Handled<TicketEntry>> {
  const result = `#${ticket.number} ${entry.kind}`
  switch (entry.kind) {
    case 'notify':
      return { result: `#${ticket.number} ${await sendNotification(worker, { entry, ticket })}` }
    case 'card':
      return { result, ...(await showCards(worker, ticket)) }
    case 'thread-name':
      await nameThread(worker, ticket)
      return { result }
    case 'comment':
      return { result, set: await showInBoth(worker, ticket, entry) }
    case 'files':
      return { result, set: await showFilesInBoth(worker, ticket, entry) }
    case 'comment-changed':
    case 'reaction':
      return { result, set: await inBoth(worker, ticket, (place) => showEntry(worker, ticket, entry, place)) }
    default:
      throw new UnknownEntry(entry)
  }
}

/** Updates both cards: the staff's, and that of a requester on Discord. */
const showCards = async (worker: DiscordWorker, ticket: Ticket): Promise<Shown> =>
  both(await showCard(worker, ticket), await showRequesterCard(worker, ticket))

const both = (one: Shown, other: Shown): Shown => ({ ...one, ...other, set: { ...one.set, ...other.set } })

/** Works in the staff's thread and in the requester's conversation. @returns what to store about both */
async function inBoth(
  worker: DiscordWorker,
  ticket: Ticket,
  work: <At>(place: ConversationPlace<At>) => Promise<Fields | undefined>,
): Promise<Fields> {
  const ofStaff = await work(staffThread(worker, ticket))
  return { ...ofStaff, ...(await work(requesterConversation(worker, ticket))) }
}

/** Shows a comment where nobody typed it, or gave it in a form that shows it there. */
async function showInBoth(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'comment' }>,
): Promise<Fields> {
  const comment = await worker.desk.comments.find(entry.comment)
  if (!comment || ticket.deleted) return {}
  return inBoth(worker, ticket, async (place) =>
    isTypedIn(place, comment) ? undefined : showEntry(worker, ticket, entry, place),
  )
}

type Named = { name: CommentPlace }

const isTypedIn = ({ name }: Named, { surface, relayed }: Comment) =>
  surface === 'discord' && relayed[name] !== undefined

/** Shows files where they were not sent. The requester already has those of their description. */
async function showFilesInBoth(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'files' }>,
): Promise<Fields> {
  const comment = entry.comment ? await worker.desk.comments.find(entry.comment) : null
  const hasThem = ({ name }: Named) =>
    comment ? isOwnMessage(name, comment, ticket) : name === 'discordRequester' && !entry.comment
  return inBoth(worker, ticket, async (place) =>
    hasThem(place) ? undefined : showEntry(worker, ticket, entry, place),
  )
}
