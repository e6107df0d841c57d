import { failures } from '../failures.ts'
import { addReaction, removeReaction } from '../messages/reactions.ts'
import { userPayload } from '../payloads/member-payloads.ts'
import { param, type Request, type Routes } from '../route.ts'
import { channelOf, messageIn } from './message-routes.ts'

/** Normal reactions, not bursts: https://docs.discord.com/developers/resources/message#get-reactions */
const reactorsPath = '/channels/:channel/messages/:message/reactions/:emoji'
const ownReactionPath = '/channels/:channel/messages/:message/reactions/:emoji/@me'

export const reactionRoutes: Routes = {
  [`GET ${reactorsPath}`]: (request) => ({ body: peopleWhoReacted(request) }),
  [`PUT ${ownReactionPath}`]: (request) => {
    refuseInArchive(request)
    addReaction(request.world, messageIn(request), request.world.bot.id, param(request, 'emoji'))
    return undefined
  },
  [`DELETE ${ownReactionPath}`]: (request) => {
    refuseInArchive(request)
    removeReaction(request.world, messageIn(request), request.world.bot.id, param(request, 'emoji'))
    return undefined
  },
}

/** By id, at most 100 (25 by default), after one. */
function peopleWhoReacted(request: Request) {
  const { world, query } = request
  const limit = Number(query.limit ?? 25)
  if (!(limit >= 1 && limit <= 100)) throw failures.badLimit()
  const after = BigInt(query.after ?? 0)
  return [...(messageIn(request).reactions.get(param(request, 'emoji')) ?? [])]
    .filter((id) => BigInt(id) > after)
    .sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1))
    .slice(0, limit)
    .map((id) => userPayload(world, id))
}

function refuseInArchive(request: Request) {
  const channel = channelOf(request)
  if (channel.kind === 'thread' && channel.archived) throw failures.threadArchived()
}
