import { GatewayIntentBits } from 'discord-api-types/v10'
import { failures } from '../failures.ts'
import { deleteMessage } from '../messages/delete-message.ts'
import { editMessage } from '../messages/edit-message.ts'
import { forBot } from '../messages/message-content.ts'
import { postMessage } from '../messages/post-message.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import { param, type Request, type Routes } from '../route.ts'
import type { Channel, StoredMessage, World } from '../world.ts'

export const messageRoutes: Routes = {
  'GET /channels/:channel/messages': (request) => ({ body: listMessages(request) }),
  'GET /channels/:channel/messages/:message': (request) => ({
    body: asBotSees(request.world, messageIn(request)),
  }),
  'POST /channels/:channel/messages': (request) => {
    const { world, body } = request
    const channel = channelOf(request)
    if (channel.kind === 'dm' && world.people.get(channel.personId)?.acceptsDms === false)
      throw failures.cannotSendToUser()
    return { body: messagePayload(world, postMessage(world, { channel, authorId: world.bot.id, body })) }
  },
  'PATCH /channels/:channel/messages/:message': (request) => {
    const { world, body } = request
    const message = messageIn(request)
    if (message.data.author.id !== world.bot.id) throw failures.notYourMessage()
    editMessage(world, message, body)
    return { body: messagePayload(world, message) }
  },
  'DELETE /channels/:channel/messages/:message': (request) => {
    deleteMessage(request.world, messageIn(request))
    return undefined
  },
}

export function channelOf({ world, params }: Request): Channel {
  const channel = world.channels.get(params.channel ?? '')
  if (!channel) throw failures.unknownChannel()
  return channel
}

/** The message of the path: in that channel, and not an ephemeral one, which only its webhook reaches. */
export function messageIn(request: Request): StoredMessage {
  const channel = channelOf(request)
  const message = request.world.messages.get(param(request, 'message'))
  if (!message || message.data.channel_id !== channel.id || message.onlyFor) throw failures.unknownMessage()
  return message
}

function asBotSees(world: World, message: StoredMessage) {
  const intents = world.settings.messageContentAllowed ? GatewayIntentBits.MessageContent : 0
  return forBot(world, messagePayload(world, message), intents)
}

/** Newest first, at most 100 (50 by default), around, before or after an id. */
function listMessages(request: Request) {
  const { world, query } = request
  const channel = channelOf(request)
  if (channel.kind === 'text' && channel.forum) throw failures.wrongChannelType()
  const limit = Number(query.limit ?? 50)
  if (!(limit >= 1 && limit <= 100)) throw failures.badLimit()
  const all = [...world.messages.values()].filter(
    ({ data, onlyFor }) => data.channel_id === channel.id && !onlyFor,
  )
  return selectPage(all, query, limit)
    .reverse()
    .map((message) => asBotSees(world, message))
}

function selectPage(all: StoredMessage[], query: Record<string, string>, limit: number): StoredMessage[] {
  const idOf = (message: StoredMessage) => BigInt(message.data.id)
  if (query.after !== undefined) {
    const after = BigInt(query.after)
    return all.filter((message) => idOf(message) > after).slice(0, limit)
  }
  if (query.around !== undefined) {
    const around = BigInt(query.around)
    const half = Math.floor(limit / 2)
    const older = all.filter((message) => idOf(message) < around).slice(-half)
    return [...older, ...all.filter((message) => idOf(message) >= around).slice(0, half + 1)]
  }
  const before = query.before === undefined ? undefined : BigInt(query.before)
  return all.filter((message) => before === undefined || idOf(message) < before).slice(-limit)
}
