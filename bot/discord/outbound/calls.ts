import { DiscordAPIError, type RawFile, REST } from 'discord.js'
import { type APIThreadChannel, RESTJSONErrorCodes, Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import { providerErrorOf } from './provider-error.ts'

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete'
export type Route = `/${string}`
export type CallOptions = {
  body?: unknown
  query?: URLSearchParams
  /** files to upload with the body */
  files?: RawFile[] | undefined
  /**
   * `desk`: the desk's own channel. `direct`: a person's direct messages. Some error codes mean something else there.
   */
  channelKind?: 'desk' | 'direct' | undefined
  /** The thread in which the call writes. If it is archived, it is opened, and the call is made again. */
  thread?: string | undefined
}

const usualDeadlineMs = 8_000

export type Calls = ReturnType<typeof createCalls>

/**
 * Calls Discord's REST API once, with a deadline of 8 s. It does not retry, because a retry would post twice if only
 * the answer was lost. It does not wait out rate limits either. The caller decides about both.
 */
export function createCalls({
  token,
  apiUrl,
  log,
  deadlineMs = usualDeadlineMs,
}: {
  token: string
  apiUrl?: string | undefined
  log: Log
  deadlineMs?: number
}) {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: deadlineMs,
    rejectOnRateLimit: () => true,
    ...(apiUrl ? { api: apiUrl } : {}),
  })

  /** @throws the library's own errors */
  function bare<Answer>(
    method: Method,
    route: Route,
    { body, query, files }: CallOptions = {},
  ): Promise<Answer> {
    // After a 401 the library forgets the token, which would make all later calls fail.
    rest.setToken(token)
    return rest[method](route, {
      ...(body === undefined ? {} : { body }),
      ...(query ? { query } : {}),
      ...(files ? { files } : {}),
    }) as Promise<Answer>
  }

  /** @throws RetryLater, RefusedByProvider */
  async function call<Answer>(method: Method, route: Route, options: CallOptions = {}): Promise<Answer> {
    try {
      return await bare<Answer>(method, route, options)
    } catch (error) {
      const { thread, ...rest } = options
      if (!thread || !isArchived(error)) throw providerErrorOf(error, options.channelKind, log)
      await open(thread)
      return call(method, route, rest)
    }
  }

  /** Unarchives a thread, and unlocks it, so that people can answer what is written in it. */
  async function open(thread: string) {
    const { thread_metadata } = await call<APIThreadChannel>('get', Routes.channel(thread))
    const unlocked = thread_metadata?.locked ? { locked: false } : {}
    await call('patch', Routes.channel(thread), { body: { archived: false, ...unlocked } })
  }

  return { bare, call }
}

const isArchived = (error: unknown) =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidActionOnArchivedThread
