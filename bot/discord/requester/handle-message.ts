import { type APIMessage, MessageType, Routes } from 'discord-api-types/v10'
import { refusedFiles } from '../../../core/attachments/refused-files.ts'
import { isRefusal } from '../../../core/errors.ts'
import { retryIdempotent } from '../../../core/retry-idempotent.ts'
import { listTickets } from '../../../core/search/list-tickets.ts'
import { type Sentence, sentence } from '../../../core/text/sentence.ts'
import { mayHaveMeantToReopen } from '../../../core/tickets/actions/comment.ts'
import { addComment } from '../../../core/tickets/comments/add-comment.ts'
import { anyCommentBodySchema } from '../../../core/tickets/comments/comment.ts'
import type { Ticket } from '../../../core/tickets/ticket.ts'
import type { Bot } from '../bot.ts'
import { incomingFiles } from '../messages/incoming-files.ts'
import { notSentReaction, react, sentReaction, unreact } from '../messages/reactions.ts'
import { readText, typedText } from '../messages/read-text.ts'
import { ignoreRefusal, replyInThread } from '../messages/reply-in-thread.ts'
import { notValid, unsupportedPartsOf } from '../messages/unsupported-parts.ts'
import { resolveActor } from '../resolve-actor.ts'
import { reopenOffer } from '../views/reopen-offer.ts'

const noText = sentence`The message has no text.`
const notTaken = sentence`The desk takes only text and files. Describe it in words.`

const typed = new Set([MessageType.Default, MessageType.Reply])

type RequesterMessage = APIMessage & { guild_id?: string }

/** The ticket in whose requester's conversation a message was written. Null: none, or the bot's own message. */
export const ticketOfRequesterMessage = (
  { desk, log }: Pick<Bot, 'desk' | 'log'>,
  message: RequesterMessage,
): Promise<Ticket | null> =>
  retryIdempotent(
    () => findTicket(desk, message),
    (error) =>
      log.warn({ err: error, message: message.id }, 'The ticket of a message on Discord is looked up again'),
  )

async function findTicket(desk: Bot['desk'], message: RequesterMessage): Promise<Ticket | null> {
  const { author, type, channel_id, guild_id, message_reference } = message
  if (author.bot || !typed.has(type)) return null
  if (guild_id) return desk.tickets.findByRequesterThread(channel_id)
  // Direct messages hold the conversations of several tickets. What a message replies to says which is meant.
  const answered = message_reference?.message_id
  if (!answered) return null
  const card = await desk.tickets.findByRequesterCard(answered)
  if (card) return card
  const comment = await desk.comments.findByMessage('discordRequester', answered)
  return comment ? desk.tickets.find(comment.ticket) : ticketByTime(desk, message)
}

const newest = 25

/**
 * A reply may arrive before the id of the message is stored that it answers. That message's embed has the time of the
 * comment that it shows.
 */
async function ticketByTime(desk: Bot['desk'], { author, referenced_message }: APIMessage) {
  const shownAt = referenced_message?.embeds[0]?.timestamp
  const actor = shownAt ? await desk.users.findByDiscord(author.id) : null
  if (!actor || !shownAt) return null
  const { tickets } = await listTickets(desk, actor, { view: 'mine', limit: newest })
  const comments = await Promise.all(
    tickets.map(({ _id }) => desk.comments.findByTime(_id, new Date(shownAt))),
  )
  const comment = comments.find((one) => one?.visibility === 'public')
  return comment ? desk.tickets.find(comment.ticket) : null
}

/** Adds what a requester wrote to their ticket, and shows that it arrived, or why not. Safe to repeat. */
export async function handleRequesterMessage(bot: Bot, message: APIMessage, ticket: Ticket): Promise<void> {
  if (hasOwnReaction(message, sentReaction)) return
  const wasRefused = hasOwnReaction(message, notSentReaction)
  if (wasRefused && !message.edited_timestamp) return
  const reason = await storeComment(bot, message, ticket)
  if (reason) {
    if (wasRefused) return
    await react(bot, message, notSentReaction)
    return replyInThread(bot, message, sentence`Not added. ${reason}`)
  }
  if (wasRefused) await unreact(bot, message, notSentReaction)
  await react(bot, message, sentReaction)
}

const hasOwnReaction = ({ reactions = [] }: APIMessage, name: string) =>
  reactions.some(({ me, emoji }) => me && emoji.name === name)

/** @returns why it was not stored, or null */
async function storeComment(bot: Bot, message: APIMessage, ticket: Ticket): Promise<Sentence | null> {
  try {
    const { text, mentions } = await readText(bot, typedText(message))
    const left = unsupportedPartsOf(message)
    const incoming = incomingFiles(message)
    if (text.trim() === '' && incoming.length === 0) return left.length > 0 ? notTaken : noText
    const body = anyCommentBodySchema.safeParse(text)
    if (!body.success) return notValid(body.error)
    const actor = await resolveActor(bot, message.author.id)
    const key = `discord:${message.id}`
    const comment = await retryIdempotent(
      () =>
        addComment(bot.desk, actor, {
          ticket: ticket._id,
          surface: 'discord',
          key,
          message: message.id,
          place: 'discordRequester',
          incoming,
          input: { body: body.data, visibility: 'public', mentions },
        }),
      (error) => bot.log.warn({ err: error, ticket: ticket._id }, 'A message of a requester is retried'),
    )
    if (left.length > 0)
      await replyInThread(bot, message, sentence`Your message was added without ${left.join(' and ')}.`)
    const refused = refusedFiles(comment.files)
    if (refused) await replyInThread(bot, message, refused)
    const now = await bot.desk.tickets.find(ticket._id)
    if (now && mayHaveMeantToReopen(comment, now)) await offerToReopen(bot, message, now)
    return null
  } catch (error) {
    if (isRefusal(error)) return error.words
    bot.log.error({ err: error, message: message.id }, 'A message of a requester on Discord was not stored')
    return sentence`Something went wrong on our side. Edit the message in a minute to try again.`
  }
}

const offerToReopen = (bot: Bot, { id, channel_id }: APIMessage, ticket: Ticket) =>
  ignoreRefusal(
    bot.rest.post(Routes.channelMessages(channel_id), {
      body: {
        ...reopenOffer(ticket),
        message_reference: { message_id: id, fail_if_not_exists: false },
        nonce: `offer:${id}`.slice(-25),
        enforce_nonce: true,
      },
    }),
    bot.log,
  )
