import { deliverOnce } from '../../notifications/deliveries/deliver-once.ts'
import { threadRow } from '../../notifications/deliveries/delivery-row.ts'
import type { RequesterPlace } from '../../notifications/messengers/discord-messenger.ts'
import type { RequesterCard, Sending } from '../../notifications/messengers/sending.ts'
import { GoneAtProvider, ignoreRefusal, RefusedByProvider } from '../../provider-errors.ts'
import { usualAnswerOf } from '../../tickets/answer-times.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import type { DiscordWorker } from '../worker.ts'
import type { ConversationPlace, Fields } from './conversation-place.ts'
import { mayHaveBeenPosted } from './post-once.ts'

type Shown = { set?: Fields }
type CardPlace = RequesterPlace & { card: string }
/** What somebody has deleted: the card, or the whole thread. */
type Gone = { was: CardPlace; error: GoneAtProvider }

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
  !ticket.deleted || mayHaveBeenPosted(worker, partId(ticket, 'requester-card', gone))

/** The name of a deleted ticket's thread has to go, too. */
async function hideTitle({ discord }: DiscordWorker, ticket: Ticket, { channel, isDirect }: RequesterPlace) {
  if (!ticket.deleted || isDirect) return
  await discord.nameThread(ticket, channel).catch(ignoreRefusal)
  await discord.archiveThread(channel).catch(ignoreRefusal)
}

/** The requester's conversation. After they unlink their account, nothing new is posted in it. */
export function requesterConversation(
  worker: DiscordWorker,
  ticket: Ticket,
): ConversationPlace<RequesterPlace> {
  const { discord } = worker
  const { channel, isDirect = false } = ticket.surfaces.discordRequester ?? {}
  return {
    name: 'discordRequester',
    at: async () => (channel ? { channel, isDirect } : null),
    inThread: (work) => inConversation(worker, ticket, work),
    async postComment(comment, at, sending) {
      const person = await requesterOf(worker, ticket)
      if (!person) throw new RefusedByProvider('The requester has unlinked Discord')
      return discord.postToRequester(comment, at, person, sending)
    },
    postFiles: (files, at, sending) => discord.postFiles(files, at.channel, sending),
    react: (reaction, at, message) => discord.react(reaction, at.channel, message),
    revise: (comment, at, message, reactions) =>
      discord.reviseComment(comment, at.channel, message, { reader: 'requester', reactions }),
    removeFiles: discord.removeFiles,
  }
}

/** Works in the requester's conversation, which is created again if it was deleted. */
async function inConversation(
  worker: DiscordWorker,
  ticket: Ticket,
  work: (at: RequesterPlace) => Promise<unknown>,
): Promise<Fields | undefined> {
  const person = await requesterOf(worker, ticket)
  const at = person && placeOf(ticket)
  if (!person || !at) return undefined
  try {
    await work(at)
    return undefined
  } catch (error) {
    if (!(error instanceof GoneAtProvider)) throw error
    const moved = await makePlace(worker, ticket, person, { was: at, error })
    if (moved) await work(moved)
    return shownAt(ticket, moved).set
  }
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
