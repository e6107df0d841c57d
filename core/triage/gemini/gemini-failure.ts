import { z } from 'zod'

/** Why Gemini gave no usable answer, in words for the card. If `retryAfterMs` is set, a retry may help. */
export class GeminiFailure extends Error {
  readonly retryAfterMs: number | undefined

  constructor(reason: string, retryAfterMs?: number) {
    super(reason)
    this.name = 'GeminiFailure'
    this.retryAfterMs = retryAfterMs
  }
}

/** The parts of google.rpc.Status that we use: https://ai.google.dev/gemini-api/docs/rate-limits */
const errorBodySchema = z.object({
  error: z.object({
    details: z
      .array(
        z.object({
          retryDelay: z.string().optional(),
          violations: z.array(z.object({ quotaId: z.string().optional() })).optional(),
        }),
      )
      .optional(),
  }),
})

const overloadedRetryMs = 2_000

/** @param retryAfter the Retry-After header, in seconds. Without it, the RetryInfo in the body counts, e.g. "3s". */
export function failureOf(status: number, retryAfter: string | null, body: unknown): GeminiFailure {
  const details = errorBodySchema.safeParse(body).data?.error.details ?? []
  if (status === 429) {
    const spent = details.some((one) => one.violations?.some(({ quotaId }) => quotaId?.includes('PerDay')))
    if (spent) return new GeminiFailure("Gemini's quota for today is spent")
    const delay = retryAfter ?? details.find((one) => one.retryDelay)?.retryDelay ?? ''
    return new GeminiFailure('Gemini is rate limited', (Number.parseFloat(delay) || 2) * 1_000)
  }
  if (status >= 500) return new GeminiFailure('Gemini is overloaded', overloadedRetryMs)
  return new GeminiFailure(`Gemini refused the request (${status})`)
}
