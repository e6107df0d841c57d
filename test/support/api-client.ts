export type Answer<T = Record<string, unknown>> = { status: number; body: T; headers: Headers }

/** Talks to the API as a program does. */
export function apiClient(url: string, token?: string) {
  async function call<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers }
  }

  /** How an answer begins that never ends. */
  async function begin(path: string): Promise<{ status: number; headers: Headers }> {
    const leaving = new AbortController()
    const { status, headers } = await fetch(`${url}${path}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
      signal: leaving.signal,
    })
    leaving.abort()
    return { status, headers }
  }

  return {
    call,
    begin,
    get: <T = Record<string, unknown>>(path: string) => call<T>('GET', path),
    post: <T = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) =>
      call<T>('POST', path, body, headers),
    put: <T = Record<string, unknown>>(path: string, body: unknown) => call<T>('PUT', path, body),
    remove: (path: string) => call('DELETE', path),
    /** the same API as somebody else */
    as: (other: string) => apiClient(url, other),
  }
}

export type ApiClient = ReturnType<typeof apiClient>
