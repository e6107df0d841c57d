import { z } from 'zod'

/**
 * `answer`: affects this ticket only. `limit`: too many requests. `outage`: affects all tickets for a while. `refusal`:
 * affects all tickets until someone fixes the key, the model or the quota. `paused`: the circuit breaker made no call.
 */
export type GeminiFailureKind = 'answer' | 'limit' | 'outage' | 'refusal' | 'paused'

/** Why Gemini gave no usable answer, in words for the card. If `retryAfterMs` is set, a retry may help. */
export class GeminiFailure extends Error {
  readonly kind: GeminiFailureKind
  readonly retryAfterMs: number | undefined

  constructor(reason: string, kind: GeminiFailureKind = 'answer', retryAfterMs?: number) {
    super(reason)
    this.name = 'GeminiFailure'
    this.kind = kind
    this.retryAfterMs = retryAfterMs
  }
}

/** The parts of google.rpc.Status that we use: https://ai.google.dev/gemini-api/docs/rate-limits */
const errorBodySchema = z.object({
  error: z.object({
    details: z
      .array(
        z.object({
          reason: z.string().optional(),
          retryDelay: z.string().optional(),
          violations: z.array(z.object({ quotaId: z.string().optional() })).optional(),
        }),
      )
      .optional(),
  }),
})

/** A wrong key is a 400 of its own: https://cloud.google.com/apis/design/errors#error_info. A retired model is a 404. */
const refusesAll = (status: number, details: { reason?: string | undefined }[]) =>
  [401, 403, 404].includes(status) || details.some(({ reason }) => reason === 'API_KEY_INVALID')

const overloadedRetryMs = 2_000

/** @param retryAfter the Retry-After header, in seconds. Without it, the RetryInfo in the body counts, e.g. "3s". */
export function failureOf(status: number, retryAfter: string | null, body: unknown): GeminiFailure {
  const details = errorBodySchema.safeParse(body).data?.error.details ?? []
  if (status === 429) {
    const spent = details.some((one) => one.violations?.some(({ quotaId }) => quotaId?.includes('PerDay')))
    if (spent) return new GeminiFailure("Gemini's quota for today is spent", 'refusal')
    const delay = retryAfter ?? details.find((one) => one.retryDelay)?.retryDelay ?? ''
    return new GeminiFailure('Gemini is rate limited', 'limit', (Number.parseFloat(delay) || 2) * 1_000)
  }
  if (status >= 500) return new GeminiFailure('Gemini is overloaded', 'outage', overloadedRetryMs)
  return new GeminiFailure(
    `Gemini refused the request (${status})`,
    refusesAll(status, details) ? 'refusal' : 'answer',
  )
}
