import { type ApiFailure, rateLimitFailure } from '../failures.ts'

/** @property limit messages that a channel takes within `perMs` */
export type MessageBuckets = { limit: number; perMs: number }

/** Rate-limit headers for one call, or the failure when the bucket is empty. */
export type BucketAnswer = { headers?: Record<string, string>; failure?: ApiFailure }

/**
 * Counts the messages posted in each channel, and says in each answer how many more it takes:
 * https://discord.com/developers/docs/topics/rate-limits#header-format
 */
export function createMessageBuckets(buckets: MessageBuckets | undefined, now: () => number = Date.now) {
  const channels = new Map<string, { left: number; resetAt: number }>()

  return function take(method: string, path: string): BucketAnswer {
    const channel = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1]
    if (!buckets || !channel || method !== 'POST') return {}
    const known = channels.get(channel)
    const bucket =
      known && known.resetAt > now() ? known : { left: buckets.limit, resetAt: now() + buckets.perMs }
    channels.set(channel, bucket)
    const resetAfter = (bucket.resetAt - now()) / 1_000
    const headers = {
      'x-ratelimit-limit': String(buckets.limit),
      'x-ratelimit-remaining': String(Math.max(bucket.left - 1, 0)),
      'x-ratelimit-reset': (bucket.resetAt / 1_000).toFixed(3),
      'x-ratelimit-reset-after': resetAfter.toFixed(3),
      'x-ratelimit-bucket': 'messages',
    }
    if (bucket.left === 0) {
      const failure = rateLimitFailure({ retryAfter: resetAfter, global: false, scope: 'user' })
      return { failure: Object.assign(failure, { headers: { ...failure.headers, ...headers } }) }
    }
    bucket.left -= 1
    return { headers }
  }
}
