import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import {
  apiKeyViewOf,
  apiKeyViewSchema,
  createApiKeyInSession,
  listApiKeys,
  newApiKeySchema,
  revokeApiKey,
} from '../../core/users/api-keys/own-api-keys.ts'
import { exampleApiKey } from '../examples/accounts.ts'
import { originOf } from '../origin.ts'
import { route } from '../route.ts'

const tag = 'API keys'
const path = '/api/auth/api-keys'

/** The caller's API keys. They need a session: a key cannot create, list or revoke keys. */
export const apiKeyRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path,
    summary: 'My API keys, newest first, at most 50',
    tag,
    access: 'signed-in',
    successes: {
      200: {
        description: 'Your keys, without their secrets.',
        schema: z.object({ keys: z.array(apiKeyViewSchema) }),
        example: { keys: [exampleApiKey] },
      },
    },
    refusals: [],
    handle: async ({ caller }) => ({
      status: 200,
      body: { keys: (await listApiKeys(desk, caller.user)).map(apiKeyViewOf) },
    }),
  }),
  route({
    method: 'post',
    path,
    summary: 'Create an API key. Its secret is shown only once',
    tag,
    access: 'signed-in',
    body: newApiKeySchema,
    bodyExample: { name: 'Monitoring', scopes: ['tickets:write'], expiresInDays: 90 },
    successes: {
      201: {
        description: 'Created. Send the secret as `Authorization: Bearer dk_…`.',
        schema: z.object({ key: apiKeyViewSchema, secret: z.string() }),
        example: { key: exampleApiKey, secret: `${exampleApiKey.start}…` },
      },
    },
    refusals: ['forbidden', 'conflict', 'too-many'],
    handle: async ({ caller, body, request }) => {
      const { key, secret } = await createApiKeyInSession(desk, caller, body, originOf(request))
      return { status: 201, body: { key: apiKeyViewOf(key), secret } }
    },
  }),
  route({
    method: 'delete',
    path: `${path}/{id}`,
    summary: 'Revoke one of my API keys',
    tag,
    access: 'signed-in',
    params: z.object({ id: idSchema.describe('24 hex digits') }),
    successes: { 204: { description: 'Revoked.' } },
    refusals: ['not-found'],
    handle: async ({ caller, params, request }) => {
      await revokeApiKey(desk, caller.user, params.id, originOf(request))
      return { status: 204 }
    },
  }),
]
