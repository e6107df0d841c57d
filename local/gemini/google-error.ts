/** An HTTP answer of the local Gemini. */
export type Reply = {
  status: number
  headers?: Record<string, string>
  /** Sent as JSON, or as it is when it is a string. */
  body: unknown
}

type Status =
  | 'INVALID_ARGUMENT'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'RESOURCE_EXHAUSTED'
  | 'UNAVAILABLE'
  | 'INTERNAL'

/** A google.rpc.Status as the REST API sends it: `{error: {code, message, status, details}}`. */
export function googleError(
  code: number,
  status: Status,
  message: string,
  details: object[] = [],
  headers: Record<string, string> = {},
): Reply {
  return {
    status: code,
    headers,
    body: { error: { code, message, status, ...(details.length > 0 && { details }) } },
  }
}

const rpc = (type: string, rest: object) => ({ '@type': `type.googleapis.com/google.rpc.${type}`, ...rest })

export function badRequest(violations: { field: string; description: string }[]): Reply {
  const message = violations.map((violation) => violation.description).join('\n')
  const fieldViolations = violations.map(({ field, description }) =>
    field ? { field, description } : { description },
  )
  return googleError(400, 'INVALID_ARGUMENT', message, [rpc('BadRequest', { fieldViolations })])
}

export function invalidKey(): Reply {
  return googleError(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
    rpc('ErrorInfo', {
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    }),
  ])
}

export function missingKey(): Reply {
  return googleError(
    403,
    'PERMISSION_DENIED',
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
  )
}

/** 429 as the API words it; the wait is said in the text, in RetryInfo and (when given) in Retry-After. */
export function quotaExceeded(model: string, period: 'Minute' | 'Day', retrySeconds: number): Reply {
  const metric = 'generativelanguage.googleapis.com/generate_content_free_tier_requests'
  const limit = period === 'Day' ? '250' : '15'
  return googleError(
    429,
    'RESOURCE_EXHAUSTED',
    'You exceeded your current quota, please check your plan and billing details. For more information on this error, ' +
      'head to: https://ai.google.dev/gemini-api/docs/rate-limits. \n' +
      `* Quota exceeded for metric: ${metric}, limit: ${limit}, model: ${model}\nPlease retry in ${retrySeconds}s.`,
    [
      rpc('Help', {
        links: [
          {
            description: 'Learn more about Gemini API quotas',
            url: 'https://ai.google.dev/gemini-api/docs/rate-limits',
          },
        ],
      }),
      rpc('QuotaFailure', {
        violations: [
          {
            quotaMetric: metric,
            quotaId: `GenerateRequestsPer${period}PerProjectPerModel-FreeTier`,
            quotaDimensions: { location: 'global', model },
            quotaValue: limit,
          },
        ],
      }),
      rpc('RetryInfo', { retryDelay: `${retrySeconds}s` }),
    ],
    { 'retry-after': String(Math.ceil(retrySeconds)) },
  )
}
