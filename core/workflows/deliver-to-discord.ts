import type { ThreadPlace } from '../notifications/messengers.ts'
import { sendNotification } from '../notifications/send-notification.ts'
import { type EntryIn, type TicketEntry, UnknownEntry } from '../outbox/entry.ts'
import type { Handled } from '../outbox/outbox.ts'
import { GoneAtProvider, ignoreRefusal, TooManyThreads } from '../provider-errors.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import { reactedBy } from '../tickets/comments/reacted-by.ts'
import { isReactedElsewhere } from '../tickets/comments/reaction-changes.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { archiveQuietThreads } from './archive-quiet-threads.ts'
import { callOnDuty } from './call-on-duty.ts'
import { changedComment } from './changed-comment.ts'
import {
  isItsOwn,
  reviseForRequester,
  showFilesToRequester,
  showRequesterCard,
  showToRequester,
} from './discord-requester.ts'
import { findMade, findRemade, inThread, makeThread, placeOf, remakeCard } from './discord-thread.ts'
import { addClaimer, claimerOnDiscord } from './discord-thread-members.ts'
import { filesToShow, postedFiles } from './files-to-show.ts'
import { followInDirect } from './follow-direct.ts'
import { isToPost, postCommentOnce, postFilesOnce, withdrawFiles } from './post-once.ts'
import { sendScheduled } from './send-scheduled.ts'
import { showResolution } from './show-resolution.ts'
import type { DiscordWorker } from './worker.ts'
import { each, tasksAtOnce, type Workflow } from './workflow.ts'

/** Runs when something is to be sent to Discord: a ticket's thread, card or comments, or a direct message. */
export const deliverToDiscord = (worker: DiscordWorker): Workflow => ({
  queue: 'discord',
  step: 'deliver to Discord',
  atOnce: tasksAtOnce,
  on: {
    tickets: each((id) =>
      worker.desk.tickets.outbox.drain(id, 'discord', (ticket, entry) => deliver(worker, ticket, entry)),
    ),
    scheduledNotifications: each((id) => sendScheduled(worker, id, 'discord')),
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
      return { result, ...(await showComments(worker, ticket, entry)) }
    case 'files':
      return { result, ...(await showFiles(worker, ticket, entry)) }
    case 'comment-changed':
      await reviseComment(worker, ticket, entry)
      return { result }
    case 'reaction':
      await showReaction(worker, ticket, entry)
      return { result }
    default:
      throw new UnknownEntry(entry)
  }
}

type Shown = Omit<Handled<TicketEntry>, 'result'>

/** Updates both cards: the staff's, and that of a requester on Discord. */
const showCards = async (worker: DiscordWorker, ticket: Ticket): Promise<Shown> =>
  both(await showCard(worker, ticket), await showRequesterCard(worker, ticket))

const both = (one: Shown, other: Shown): Shown => ({ ...one, ...other, set: { ...one.set, ...other.set } })

/**
 * Updates a ticket's headline, thread and card, or makes them if they do not exist yet. A deleted card is posted again.
 * A deleted thread is made anew, unless the ticket is closed: then somebody has tidied up. Whoever has claimed the ticket is
 * added to the thread, and the thread of a ticket that is done is archived.
 */
async function showCard(worker: DiscordWorker, ticket: Ticket): Promise<Shown> {
  const place = placeOf(ticket)
  if (!place)
    return ticket.deleted ? lastShown(worker, await findMade(worker, ticket)) : firstShown(worker, ticket)
  try {
    const updated = await worker.discord.update(ticket, place)
    await showResolution(worker, ticket, place.thread)
    await followInDirect(worker, ticket)
    await callOnDuty(worker, ticket, place.thread)
    const set = await addClaimer(worker, ticket, place)
    if (isDone(ticket)) await worker.discord.archiveThread(place.thread)
    return { ...afterUpdate(ticket, updated), set }
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) return ignoreRefusal(error) ?? {}
    if (ticket.deleted) return lastShown(worker, await findRemade(worker, ticket, place, error))
    if (error.what === 'thread' && ticket.status === 'closed') return {}
    return shownAt(await healed(worker, ticket, place, error))
  }
}

async function firstShown(worker: DiscordWorker, ticket: Ticket): Promise<Shown> {
  const place = await makeThread(worker, ticket)
  await callOnDuty(worker, ticket, place.thread)
  return shownAt(place)
}

/** A deleted ticket is shown only where an interrupted try has shown it already. */
async function lastShown(worker: DiscordWorker, place: ThreadPlace | null): Promise<Shown> {
  if (!place) return {}
  await worker.discord.archiveThread(place.thread)
  return shownAt(place)
}

const isDone = ({ status, deleted }: Ticket) => status === 'closed' || deleted

async function healed(worker: DiscordWorker, ticket: Ticket, place: ThreadPlace, { what }: GoneAtProvider) {
  if (what === 'thread') return makeThread(worker, ticket, place.headline)
  return remakeCard(worker, ticket, place).catch((error: unknown) => {
    if (!(error instanceof GoneAtProvider)) throw error
    return makeThread(worker, ticket, place.headline)
  })
}

const shownAt = (place: ThreadPlace): Shown => ({ set: { 'surfaces.discord': place } })

/** Discord allows two new names in ten minutes. The third waits in the outbox, and holds nothing up. */
const afterUpdate = ({ outbox }: Ticket, { nameIsLate }: { nameIsLate: boolean }): Shown =>
  nameIsLate && !outbox.some(({ kind }) => kind === 'thread-name')
    ? { next: [{ queue: 'discord', kind: 'thread-name' }] }
    : {}

async function nameThread({ discord }: DiscordWorker, ticket: Ticket) {
  const place = placeOf(ticket)
  if (place) await discord.nameThread(ticket, place.thread).catch(ignoreRefusal)
}

async function showComments(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'comment' }>,
): Promise<Shown> {
  const comment = await worker.desk.comments.find(entry.comment)
  if (!comment || ticket.deleted) return {}
  return both(
    isTypedIn('discord', comment) ? {} : await showComment(worker, ticket, entry, comment),
    isTypedIn('discordRequester', comment) ? {} : await showToRequester(worker, ticket, entry, comment),
  )
}

/** Whether a person typed the comment there, or gave it in a form that shows it there. */
const isTypedIn = (place: 'discord' | 'discordRequester', { surface, relayed }: Comment) =>
  surface === 'discord' && relayed[place] !== undefined

async function showComment(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'comment' }>,
  comment: Comment,
): Promise<Shown> {
  const { discord, desk } = worker
  const posting = { place: 'discord', entry, comment } as const
  if (!(await isToPost(worker, ticket, posting))) return {}
  const alert = comment.fromRequester && !comment.deleted ? await claimerOnDiscord(worker, ticket) : undefined
  const { answer: message, place } = await inThread(worker, ticket, (thread) =>
    postCommentOnce(worker, ticket, posting, (sending) =>
      discord.postComment(comment, thread, sending, alert),
    ),
  )
  if (!message && !comment.deleted)
    desk.log.error({ ticket: ticket._id, comment: comment._id }, 'Discord refuses to show a comment')
  return movedTo(ticket, place)
}

const movedTo = ({ surfaces }: Ticket, place: ThreadPlace): Shown =>
  place.thread === surfaces.discord?.thread ? {} : shownAt(place)

/** Shows the files of a ticket or comment to the staff, and to a requester on Discord, but not where they were sent. */
async function showFiles(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'files' }>,
): Promise<Shown> {
  const comment = entry.comment ? await worker.desk.comments.find(entry.comment) : null
  if (entry.comment && !(comment && isSentIn('discordRequester', comment)))
    await showFilesToRequester(worker, ticket, { comment: entry.comment })
  return comment && isSentIn('discord', comment) ? {} : showFilesToStaff(worker, ticket, entry)
}

/** Whether the files are in a person's own message there. */
const isSentIn = (place: 'discord' | 'discordRequester', comment: Comment) =>
  isItsOwn(comment.relayed[place] ?? '', comment)

async function showFilesToStaff(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'files' }>,
): Promise<Shown> {
  const { discord } = worker
  const files = await filesToShow(worker, ticket, entry)
  const posting = { place: 'discord', entry } as const
  if (!files) {
    await withdrawFiles(worker, ticket, posting, discord.removeFiles)
    return {}
  }
  const { place } = await inThread(worker, ticket, (thread) =>
    postFilesOnce(worker, ticket, posting, (sending) => discord.postFiles(files, thread, sending)),
  )
  return movedTo(ticket, place)
}

/**
 * Shows by the desk's own reaction that somebody reacted elsewhere, and on its own message who, to the staff and to a requester
 * on Discord.
 */
async function showReaction(
  { discord, desk }: DiscordWorker,
  ticket: Ticket,
  { comment: id, emoji }: Extract<DiscordEntry, { kind: 'reaction' }>,
) {
  const comment = await desk.comments.find(id)
  if (!comment || comment.deleted) return
  const channels = {
    discord: ticket.surfaces.discord?.thread,
    discordRequester: ticket.surfaces.discordRequester?.channel,
  }
  for (const place of ['discord', 'discordRequester'] as const) {
    const { [place]: message } = comment.relayed
    const { [place]: channel } = channels
    const isShown = isReactedElsewhere(ticket, { comment: id, emoji }, place)
    if (!message || !channel) continue
    await discord.react({ emoji, isShown }, channel, message).catch(ignoreRefusal)
    if (isItsOwn(message, comment)) continue
    const shown = {
      reactions: await reactedBy(desk, ticket, comment, place),
      ...(place === 'discordRequester' ? { reader: 'requester' as const } : {}),
    }
    await discord.reviseComment(comment, channel, message, shown).catch(ignoreRefusal)
  }
}

async function reviseComment(
  { discord, desk }: DiscordWorker,
  ticket: Ticket,
  entry: Extract<DiscordEntry, { kind: 'comment-changed' }>,
) {
  const comment = await changedComment(desk, entry)
  const thread = ticket.surfaces.discord?.thread
  if (!comment) return
  await reviseForRequester({ discord, desk }, ticket, comment)
  const message = comment.relayed.discord
  if (message && thread && !isItsOwn(message, comment))
    await discord
      .reviseComment(comment, thread, message, {
        reactions: await reactedBy(desk, ticket, comment, 'discord'),
      })
      .catch(ignoreRefusal)
  for (const posted of postedFiles(comment, 'discord')) await discord.removeFiles(posted).catch(ignoreRefusal)
}
