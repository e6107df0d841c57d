import { failures } from '../failures.ts'
import { addReaction, removeReaction } from '../reactions.ts'
import { param, type Request, type Routes } from '../route.ts'
import { channelOf, messageIn } from './message-routes.ts'

const MINE = '/channels/:channel/messages/:message/reactions/:emoji/@me'

export const reactionRoutes: Routes = {
  [`PUT ${MINE}`]: (request) => {
    refuseInArchive(request)
    addReaction(request.world, messageIn(request), request.world.bot.id, param(request, 'emoji'))
    return undefined
  },
  [`DELETE ${MINE}`]: (request) => {
    refuseInArchive(request)
    removeReaction(request.world, messageIn(request), request.world.bot.id, param(request, 'emoji'))
    return undefined
  },
}

function refuseInArchive(request: Request) {
  const channel = channelOf(request)
  if (channel.kind === 'thread' && channel.archived) throw failures.threadArchived()
}
