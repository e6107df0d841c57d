import { failures } from '../failures.ts'
import { channelPayload, textChannelPayload } from '../payloads/channel-payloads.ts'
import { guildPayload } from '../payloads/guild-payload.ts'
import { memberPayload, userPayload } from '../payloads/member-payloads.ts'
import { param, type Request, type Routes } from '../route.ts'
import { changeChannel } from '../threads/forum.ts'
import { channelOf } from './message-routes.ts'
import { changeThread } from './thread-routes.ts'

export const guildRoutes: Routes = {
  'GET /guilds/:guild': (request) => {
    checkGuild(request)
    return { body: guildPayload(request.world) }
  },
  'GET /guilds/:guild/channels': (request) => {
    checkGuild(request)
    const { world } = request
    return {
      body: [...world.channels.values()]
        .filter((channel) => channel.kind === 'text')
        .map((channel) => textChannelPayload(world, channel)),
    }
  },
  'GET /guilds/:guild/members/:user': (request) => {
    checkGuild(request)
    const { world } = request
    const id = param(request, 'user')
    if (id !== world.bot.id && !world.people.has(id)) throw failures.unknownMember()
    return { body: memberPayload(world, id) }
  },
  'GET /channels/:channel': (request) => ({ body: channelPayload(request.world, channelOf(request)) }),
  'PATCH /channels/:channel': (request) => {
    const { world, body } = request
    const channel = channelOf(request)
    if (channel.kind === 'dm') throw failures.wrongChannelType()
    if (channel.kind === 'thread') changeThread(world, channel, body)
    else changeChannel(world, channel, body)
    return { body: channelPayload(world, channel) }
  },
  'POST /channels/:channel/typing': (request) => {
    channelOf(request)
    return undefined
  },
  'GET /users/:user': (request) => {
    const id = param(request, 'user') === '@me' ? request.world.bot.id : param(request, 'user')
    return { body: userPayload(request.world, id) }
  },
}

function checkGuild(request: Request) {
  if (param(request, 'guild') !== request.world.settings.guildId) throw failures.unknownGuild()
}
