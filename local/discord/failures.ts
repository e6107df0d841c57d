/** What a route throws to answer with an error: Discord's status and JSON body. */
export type ApiFailure = Error & {
  status: number
  body: { code?: number; message: string; errors?: ErrorTree }
  headers?: Record<string, string>
}

/** Discord's nested form errors: `{embeds: {0: {title: {_errors: [{code, message}]}}}}`. */
export type ErrorTree = { [key: string]: ErrorTree | { code: string; message: string }[] }

/** Every problem with the path of its field, as one line each. */
export function problemsIn(tree: ErrorTree, path: string[] = []): string[] {
  return Object.entries(tree).flatMap(([key, inner]) =>
    Array.isArray(inner)
      ? inner.map(({ message }) => `${path.join('.') || 'body'}: ${message}`)
      : problemsIn(inner, [...path, key]),
  )
}

/** Makes the error that a route answers with, e.g. `apiFailure(404, 10008, 'Unknown Message')`. */
export function apiFailure(status: number, code: number, message: string, errors?: ErrorTree): ApiFailure {
  return Object.assign(new Error(message), { status, body: { code, message, ...(errors && { errors }) } })
}

export type RateLimit = { retryAfter: number; global: boolean; scope: 'user' | 'global' | 'shared' }

/**
 * A 429 with its headers and body; `retryAfter` in seconds
 * (https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit).
 */
export function rateLimitFailure({ retryAfter, global, scope }: RateLimit): ApiFailure {
  const message = scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.'
  const resetAt = (Date.now() / 1000 + retryAfter).toFixed(3)
  return Object.assign(new Error(message), {
    status: 429,
    body: { message, retry_after: retryAfter, global },
    headers: {
      // Whole seconds, rounded up: only the body and Reset-After are exact
      'retry-after': String(Math.ceil(retryAfter)),
      'x-ratelimit-scope': scope,
      ...(global
        ? { 'x-ratelimit-global': 'true' }
        : {
            'x-ratelimit-limit': '5',
            // A limit of the resource leaves the route's own bucket as it is
            'x-ratelimit-remaining': scope === 'shared' ? '4' : '0',
            'x-ratelimit-reset': resetAt,
            'x-ratelimit-reset-after': (scope === 'shared' ? 15 : retryAfter).toFixed(3),
          }),
    },
  })
}

export function isApiFailure(error: unknown): error is ApiFailure {
  return error instanceof Error && 'status' in error && 'body' in error
}

/**
 * The answers of https://discord.com/developers/docs/topics/opcodes-and-status-codes#json that a desk can meet.
 */
export const failures = {
  unauthorized: () => apiFailure(401, 0, '401: Unauthorized'),
  noSuchRoute: () => apiFailure(404, 0, '404: Not Found'),
  unknownChannel: () => apiFailure(404, 10003, 'Unknown Channel'),
  unknownGuild: () => apiFailure(404, 10004, 'Unknown Guild'),
  unknownMember: () => apiFailure(404, 10007, 'Unknown Member'),
  unknownMessage: () => apiFailure(404, 10008, 'Unknown Message'),
  unknownUser: () => apiFailure(404, 10013, 'Unknown User'),
  unknownEmoji: () => apiFailure(400, 10014, 'Unknown Emoji'),
  unknownWebhook: () => apiFailure(404, 10015, 'Unknown Webhook'),
  tooLarge: () => apiFailure(413, 40005, 'Request entity too large'),
  unknownInteraction: () => apiFailure(404, 10062, 'Unknown interaction'),
  alreadyAcknowledged: () => apiFailure(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyReactions: () => apiFailure(400, 30010, 'Maximum number of reactions reached (20)'),
  missingAccess: () => apiFailure(403, 50001, 'Missing Access'),
  notYourMessage: () => apiFailure(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: () => apiFailure(400, 50006, 'Cannot send an empty message'),
  cannotSendToUser: () => apiFailure(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => apiFailure(403, 50013, 'Missing Permissions'),
  wrongChannelType: () => apiFailure(400, 50024, 'Cannot execute action on this channel type'),
  invalidWebhookToken: () => apiFailure(401, 50027, 'Invalid Webhook Token'),
  threadArchived: () => apiFailure(400, 50083, 'Thread is archived'),
  threadExists: () => apiFailure(400, 160004, 'A thread has already been created for this message'),
  threadLocked: () => apiFailure(400, 160005, 'Thread is locked'),
  tooManyThreads: () => apiFailure(400, 160006, 'Maximum number of active threads reached'),
  harmfulLink: () => apiFailure(400, 240000, 'Message blocked by harmful links filter'),
  badLimit: () =>
    apiFailure(400, 50035, 'Invalid Form Body', {
      limit: {
        _errors: [{ code: 'NUMBER_TYPE_RANGE', message: 'int value should be between 1 and 100.' }],
      },
    }),
  resourceLimited: (retryAfter: number) => rateLimitFailure({ retryAfter, global: false, scope: 'shared' }),
  malformedJson: () => apiFailure(400, 50109, 'The request body contains invalid JSON.'),
}
