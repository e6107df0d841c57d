import { problem, problemOf } from './problem.ts'

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  /** Idempotency-Key: a second request with the same key has no further effect */
  key?: string
  signal?: AbortSignal
}

/**
 * Calls the desk's API on this origin, with the session's cookie.
 * @throws Problem
 */
export async function request<Answer>(path: string, options: RequestOptions = {}): Promise<Answer> {
  const response = await send(path, options)
  if (!response.ok) throw await problemOf(response)
  const text = await response.text()
  return (text ? JSON.parse(text) : undefined) as Answer
}

async function send(path: string, { method = 'GET', body, key, signal }: RequestOptions) {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'x-deskbridge-console': '1',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key ? { 'idempotency-key': key } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    if (signal?.aborted) throw error
    throw problem(0, 'The desk can’t be reached. Check your connection and try again.')
  }
}
