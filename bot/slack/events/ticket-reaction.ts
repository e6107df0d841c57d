import type { Middleware, SlackEventMiddlewareArgs, webApi } from '@slack/bolt'
import type { Desk } from '../../../core/desk.ts'
import { isRefusal } from '../../../core/errors.ts'
import { GoneAtProvider, RefusedByProvider } from '../../../core/provider-errors.ts'
import type { Sentence } from '../../../core/text/sentence.ts'
import { type NewTicketInput, newTicketSchema } from '../../../core/tickets/intake.ts'
import { openTicket } from '../../../core/tickets/open-ticket.ts'
import type { SlackHandle } from '../../../core/users/handles/handles.ts'
import { slackUser } from '../../../core/users/handles/slack-user.ts'
import type { SlackDependencies } from '../dependencies.ts'
import { findMessage } from '../find-message.ts'
import type { BotEvent } from '../manifest/manifest-types.ts'
import { postEphemeral } from '../outbound/post-ephemeral.ts'
import { profileOf } from '../outbound/profile-of.ts'
import { providerErrorOf } from '../outbound/provider-error.ts'
import { resolveActor } from '../resolve-actor.ts'
import type { ReadNamed } from '../text/find-names.ts'
import { ticketWords } from '../text/ticket-words.ts'
import {
  authorDeactivated,
  authorRefused,
  cannotRead,
  filingFailed,
  messageGone,
  notEnough,
  sharedChannel,
} from '../views/not-filed.ts'
import { type IncomingMessage, messageOf } from './read-message.ts'
import { isLastTry } from './received.ts'

export const reactionAddedEvent = 'reaction_added' satisfies BotEvent

const ticketReaction = 'ticket'

type Dependencies = SlackDependencies & { read: ReadNamed }
type Arguments = Parameters<Middleware<SlackEventMiddlewareArgs<'reaction_added'>>>[0]

/**
 * Files a message in a channel when somebody reacts to it with :ticket:. The ticket is its author's. Whoever reacts
 * again finds the same ticket. Only who reacted is told why nothing was filed.
 */
export const onReactionAdded =
  (deps: Dependencies): Middleware<SlackEventMiddlewareArgs<'reaction_added'>> =>
  async (args) => {
    const { event, client, context } = args
    const { reaction, user, item } = event
    if (reaction !== ticketReaction || user === context.botUserId || isDirect(item.channel)) return
    const explain = (why: Sentence) => postEphemeral(client, { channel: item.channel, user }, why, deps.log)
    try {
      const why = await fileMessage(deps, args)
      if (why) await explain(why)
    } catch (error) {
      if (isRefusal(error)) return explain(error.words)
      if (isLastTry(args)) await explain(filingFailed)
      throw error
    }
  }

/** A direct message to the desk has a button for this. */
const isDirect = (channel: string) => channel.startsWith('D')

/** @returns why nothing was filed, or null */
async function fileMessage(deps: Dependencies, args: Arguments): Promise<Sentence | null> {
  const { event, body, client, context } = args
  const { channel, ts } = event.item
  if (body.is_ext_shared_channel) return sharedChannel
  const team = body.team_id
  const found = await findMessage(client, channel, ts).catch(refusalOf)
  if (!found) return messageGone
  if ('parts' in found) return found
  const message = messageOf(found, { channel, team, state: 'new' })
  if (!message || message.user === context.botUserId) return null
  const words = await ticketWords(deps.read, client, { team, bot: context.botUserId }, message.content)
  const input = newTicketSchema.safeParse(words)
  return input.success ? fileFor(deps, args, message, input.data) : notEnough
}

/** @returns why Slack doesn't hand out the message @throws errors after which it may do so later */
function refusalOf(error: unknown): Sentence {
  const refusal = providerErrorOf(error)
  if (refusal instanceof GoneAtProvider) return messageGone
  if (refusal instanceof RefusedByProvider) return cannotRead
  throw error
}

async function fileFor(
  { desk, has, admit }: Dependencies,
  { event, body, client }: Arguments,
  message: IncomingMessage,
  input: NewTicketInput,
): Promise<Sentence | null> {
  const { channel, ts } = message
  const reactor = { team: body.team_id, user: event.user }
  const author = { team: body.team_id, user: message.user }
  const actor = await resolveActor({ desk, admit }, reactor, await nameOf(desk, client, reactor))
  if (await admit(author)) return authorRefused
  const requester = await slackUser(desk, author, await nameOf(desk, client, author))
  if (!requester.active) return authorDeactivated
  await openTicket(desk, actor, {
    key: `slack:${author.team}:${channel}:${ts}`,
    source: 'slack',
    input,
    incoming: has('files:read') ? message.files : [],
    requester,
    noticeTo: { channel, thread: message.thread ?? ts },
  })
  return null
}

/** The event has no names. The history keeps that of who reacted, and the notice shows that of the author. */
const nameOf = async (
  { users }: Pick<Desk, 'users'>,
  client: webApi.WebClient,
  { team, user }: SlackHandle,
) => (await users.findBySlack(team, user))?.name ?? (await profileOf(client, { user })).name
