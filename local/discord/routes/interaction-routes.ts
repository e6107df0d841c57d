import { MessageFlags } from 'discord-api-types/v10'
import { followUp, interactionByToken, messageOfInteraction, respond } from '../interactions.ts'
import { deleteMessage } from '../messages/delete-message.ts'
import { editMessage } from '../messages/edit-message.ts'
import { messagePayload } from '../payloads/message-payload.ts'
import { param, type Request, type Routes } from '../route.ts'

const webhookPath = '/webhooks/:app/:token'
const originalMessagePath = `${webhookPath}/messages/:message`

/** Routes that carry a token of their own and need no `Authorization`. */
export const interactionRoutes: Routes = {
  'POST /interactions/:id/:token/callback': (request) => {
    const { world, body, query } = request
    const answer = respond(world, param(request, 'id'), param(request, 'token'), body)
    return query.with_response === 'true' ? { body: answer } : undefined
  },
  [`POST ${webhookPath}`]: (request) => {
    const message = followUp(request.world, interactionOf(request), request.body)
    return { body: messagePayload(request.world, message) }
  },
  [`GET ${originalMessagePath}`]: (request) => ({ body: messagePayload(request.world, itsMessage(request)) }),
  [`PATCH ${originalMessagePath}`]: (request) => {
    const message = itsMessage(request)
    const { flags: _ephemeralCannotChange, ...body } = request.body
    const wantsV2 =
      typeof request.body.flags === 'number' && (request.body.flags & MessageFlags.IsComponentsV2) !== 0
    editMessage(request.world, message, wantsV2 ? { ...body, flags: MessageFlags.IsComponentsV2 } : body)
    return { body: messagePayload(request.world, message) }
  },
  [`DELETE ${originalMessagePath}`]: (request) => {
    deleteMessage(request.world, itsMessage(request))
    return undefined
  },
}

function interactionOf(request: Request) {
  return interactionByToken(request.world, param(request, 'app'), param(request, 'token'))
}

function itsMessage(request: Request) {
  return messageOfInteraction(request.world, interactionOf(request), param(request, 'message'))
}
