import { idOf } from '../ids.ts'
import { deliverOnce } from '../notifications/deliver-once.ts'
import { threadRow } from '../notifications/delivery-row.ts'
import type { RequesterCard, RequesterPlace, Sending } from '../notifications/messengers.ts'
import type { TicketEntry } from '../outbox/entry.ts'
import { GoneAtProvider, ignoreRefusal } from '../provider-errors.ts'
import { usualAnswerOf } from '../tickets/answer-times.ts'
import type { Comment } from '../tickets/comments/comment.ts'
import { reactedBy } from '../tickets/comments/reacted-by.ts'
import type { Ticket } from '../tickets/ticket.ts'
import { filesToShow } from './files-to-show.ts'
import { isToPost, mayBeThere, postCommentOnce, postFilesOnce, withdrawFiles } from './post-once.ts'
import type { DiscordWorker } from './worker.ts'

type Shown = { set?: Record<string, unknown> }
type CardPlace = RequesterPlace & { card: string }
/** What somebody has deleted: the card, or the whole thread. */
type Gone = { was: CardPlace; error: GoneAtProvider }

/** A message of a person changes by their hand. */
export const isItsOwn = (message: string, { _id }: Pick<Comment, '_id'>) => _id === idOf(`discord:${message}`)

/** The requester's Discord account, if they filed the ticket there and have it linked still. */
async function requesterOf({ desk }: DiscordWorker, { requester, surfaces }: Ticket): Promise<string | null> {
  if (!surfaces.discordRequester) return null
  return (await desk.users.find(requester.id))?.discord ?? null
}

/** Updates the requester's card, or posts it if there is none. One that was deleted is posted again. */
export async function showRequesterCard(worker: DiscordWorker, ticket: Ticket): Promise<Shown> {
  const person = await requesterOf(worker, ticket)
  if (!person) return {}
  const at = placeOf(ticket)
  const remake = async (gone?: Gone) => {
    const made = await makePlace(worker, ticket, person, gone)
    if (made) await hideTitle(worker, ticket, made)
    return shownAt(ticket, made)
  }
  if (!at) return (await isToMake(worker, ticket)) ? remake() : {}
  try {
    await worker.discord.updateRequesterCard(await cardFor(worker, ticket), at, at.card)
    await hideTitle(worker, ticket, at)
    return {}
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) return ignoreRefusal(error) ?? {}
    const gone = { was: at, error }
    const isOver = ticket.status === 'closed' && !ticket.deleted
    return !isOver && (await isToMake(worker, ticket, gone)) ? remake(gone) : {}
  }
}

/** Whether to post the card. That of a deleted ticket is only looked for, if an interrupted try may have posted it. */
const isToMake = async (worker: DiscordWorker, ticket: Ticket, gone?: Gone) =>
  !ticket.deleted || mayBeThere(worker, partId(ticket, 'requester-card', gone))

/** The name of a deleted ticket's thread has to go, too. */
async function hideTitle({ discord }: DiscordWorker, ticket: Ticket, { channel, isDirect }: RequesterPlace) {
  if (!ticket.deleted || isDirect) return
  await discord.nameThread(ticket, channel).catch(ignoreRefusal)
  await discord.archiveThread(channel).catch(ignoreRefusal)
}

/** Shows a comment in the requester's conversation, which is made anew if it was deleted. */
export async function showToRequester(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: Extract<TicketEntry, { kind: 'comment' }>,
  comment: Comment,
): Promise<Shown> {
  const person = await requesterOf(worker, ticket)
  const at = person && placeOf(ticket)
  const posting = { place: 'discordRequester', entry, comment } as const
  if (!person || !at || !(await isToPost(worker, ticket, posting))) return {}
  const show = (to: RequesterPlace) =>
    postCommentOnce(worker, ticket, posting, (sending) =>
      worker.discord.postToRequester(comment, to, person, sending),
    )
  try {
    await show(at)
    return {}
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) throw error
    const moved = await makePlace(worker, ticket, person, { was: at, error })
    if (moved) await show(moved)
    return shownAt(ticket, moved)
  }
}

/** Shows the files of a comment in the requester's conversation. */
export async function showFilesToRequester(
  worker: DiscordWorker,
  ticket: Ticket,
  entry: { comment: string },
): Promise<void> {
  const at = (await requesterOf(worker, ticket)) && placeOf(ticket)
  if (!at) return
  const { discord } = worker
  const files = await filesToShow(worker, ticket, entry)
  const posting = { place: 'discordRequester', entry } as const
  if (!files) return withdrawFiles(worker, ticket, posting, discord.removeFiles)
  await postFilesOnce(worker, ticket, posting, (sending) => discord.postFiles(files, at.channel, sending))
}

/** Updates the message that shows a comment to the requester, unless they wrote it themselves. */
export async function reviseForRequester(
  { discord, desk }: Pick<DiscordWorker, 'discord' | 'desk'>,
  ticket: Ticket,
  comment: Comment,
) {
  const message = comment.relayed.discordRequester
  const { channel } = ticket.surfaces.discordRequester ?? {}
  if (!message || !channel || isItsOwn(message, comment)) return
  const reactions = await reactedBy(desk, ticket, comment, 'discordRequester')
  const shown = { reader: 'requester' as const, reactions }
  await discord.reviseComment(comment, channel, message, shown).catch(ignoreRefusal)
}

/**
 * Opens the requester's conversation and posts their card in it, once.
 * @returns null when Discord refuses it for good
 */
async function makePlace(
  worker: DiscordWorker,
  ticket: Ticket,
  person: string,
  gone?: Gone,
): Promise<CardPlace | null> {
  const { discord, desk, deliveries } = worker
  const { parent } = ticket.surfaces.discordRequester ?? {}
  const once = (about: string, send: (sending: Sending) => Promise<string>) =>
    deliverOnce(
      { deliveries, now: desk.now },
      threadRow('discord', about, ticket, partId(ticket, about, gone)),
      send,
    )
  const open = () =>
    once('requester-thread', async (sending) =>
      placeToId(await discord.openForRequester(ticket, person, parent, sending)),
    )
  const opened = gone?.error.what === 'message' ? placeToId(gone.was) : await open()
  if (!opened) return null
  const at = idToPlace(opened)
  const shown = await cardFor(worker, ticket)
  let isFresh = false
  const card = await once('requester-card', (sending) => {
    isFresh = !sending.mayExist
    return discord.postRequesterCard(shown, at, { ...sending, onlyFind: ticket.deleted })
  })
  if (!card) return null
  // A card of an interrupted try shows the ticket as it was then.
  if (!isFresh) await discord.updateRequesterCard(shown, at, card).catch(ignoreRefusal)
  return { ...at, card }
}

const partId = ({ _id }: Ticket, about: string, gone?: Gone) =>
  `${_id}:${about}:discord${gone ? `:after:${gone.was.card}` : ''}`

function shownAt({ surfaces }: Ticket, place: CardPlace | null): Shown {
  const { parent } = surfaces.discordRequester ?? {}
  return place ? { set: { 'surfaces.discordRequester': { ...(parent ? { parent } : {}), ...place } } } : {}
}

const cardFor = async ({ desk }: DiscordWorker, ticket: Ticket): Promise<RequesterCard> => ({
  ticket,
  usualAnswerMinutes: usualAnswerOf(ticket, await desk.answerTimes()),
})

function placeOf({ surfaces }: Pick<Ticket, 'surfaces'>): CardPlace | null {
  const { channel, card, isDirect = false } = surfaces.discordRequester ?? {}
  return channel && card ? { channel, card, isDirect } : null
}

const placeToId = ({ channel, isDirect }: RequesterPlace) => `${isDirect ? 'dm' : 'thread'}/${channel}`
function idToPlace(id: string): RequesterPlace {
  const [kind, channel = ''] = id.split('/')
  return { channel, isDirect: kind === 'dm' }
}
