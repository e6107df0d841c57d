import { failureOf, GeminiFailure } from './gemini-failure.ts'

export type GeminiRequest = {
  model: {
    url?: string | undefined
    authKey: string
    onCall?: ((model: never, body: never) => void) | undefined
  }
  body: object
}

/**
 * Makes the request that agent-kit would make itself. Agent-kit sets no deadline and drops the status and Retry-After
 * of an error. The key goes in a header, since URLs are logged.
 * @throws GeminiFailure
 */
export async function callGemini({ model, body }: GeminiRequest, deadlineMs: number): Promise<unknown> {
  model.onCall?.(model as never, body as never)
  const url = new URL(model.url ?? '')
  url.searchParams.delete('key')
  try {
    const response = await fetch(url, {
      method: 'POST',
      signal: AbortSignal.timeout(deadlineMs),
      headers: { 'content-type': 'application/json', 'x-goog-api-key': model.authKey },
      body: JSON.stringify(body),
    })
    const answer: unknown = await response.json().catch(() => null)
    if (!response.ok) throw failureOf(response.status, response.headers.get('retry-after'), answer)
    return answer
  } catch (error) {
    throw error instanceof GeminiFailure ? error : unreachable(error as Error)
  }
}

const unreachable = (error: Error) =>
  error.name === 'TimeoutError'
    ? new GeminiFailure('Gemini did not answer in time', 'outage')
    : new GeminiFailure('Gemini could not be reached', 'outage', 2_000)
