import * as spec from 'discord-api-spec/zod'
import type { ZodMiniType } from 'zod/mini'
import * as z from 'zod/mini'
import type { RecordedCall } from '../../../../local/discord/world.ts'

/** The bodies of requests, by method and path. Where there are several, one has to fit. */
const table: [method: string, path: RegExp, ...schemas: ZodMiniType[]][] = [
  ['POST', /^\/channels\/\d+\/messages$/, spec.MessageCreateRequestSchema],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/, spec.MessageEditRequestPartialSchema],
  ['POST', /^\/channels\/\d+\/messages\/\d+\/threads$/, spec.CreateTextThreadWithMessageRequestSchema],
  [
    'POST',
    /^\/channels\/\d+\/threads$/,
    spec.CreateForumThreadRequestSchema,
    spec.CreateTextThreadWithoutMessageRequestSchema,
  ],
  [
    'PATCH',
    /^\/channels\/\d+$/,
    spec.UpdateThreadRequestPartialSchema,
    spec.UpdateGuildChannelRequestPartialSchema,
  ],
  [
    'PUT',
    /^\/applications\/\d+\/guilds\/\d+\/commands$/,
    z.array(spec.ApplicationCommandUpdateRequestSchema),
  ],
  [
    'POST',
    /^\/interactions\/\d+\/[^/]+\/callback$/,
    spec.CreateMessageInteractionCallbackRequestSchema,
    spec.UpdateMessageInteractionCallbackRequestSchema,
    spec.ModalInteractionCallbackRequestSchema,
    spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  ],
  [
    'PATCH',
    /^\/webhooks\/\d+\/[^/]+\/messages\/[^/]+$/,
    spec.IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema,
  ],
  ['POST', /^\/webhooks\/\d+\/[^/]+$/, spec.IncomingWebhookInteractionRequestSchema],
]

/** What Discord's OpenAPI description says of a request's body. Empty: it has none to check. */
export const schemasOf = ({ method, path }: Pick<RecordedCall, 'method' | 'path'>): ZodMiniType[] => {
  const [, , ...schemas] =
    table.find(([itsMethod, itsPath]) => itsMethod === method && itsPath.test(path)) ?? []
  return schemas
}

export const modalSchema: ZodMiniType = spec.ModalInteractionCallbackRequestDataSchema
export const messageSchema: ZodMiniType = spec.MessageCreateRequestSchema
