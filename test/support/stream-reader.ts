export type Heard = { id: string; event: string; data: Record<string, unknown>; at: number }

/** Listens to /api/stream as an EventSource does. @param lastEventId where to go on */
export async function listenTo(url: string, token: string, lastEventId?: string) {
  const leaving = new AbortController()
  const response = await fetch(`${url}/api/stream`, {
    headers: {
      authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
    signal: leaving.signal,
  })
  const heard: Heard[] = []
  let lastId = lastEventId ?? ''
  const ended = read(response, ({ id, ...more }) => {
    if (id) lastId = id
    if (more.event) heard.push({ id, at: Date.now(), ...more })
  })

  /** @returns the first event that fits @throws when none comes in time */
  async function hear(fits: (heard: Heard) => boolean, withinMs = 5_000): Promise<Heard> {
    const deadline = Date.now() + withinMs
    for (;;) {
      const found = heard.find(fits)
      if (found) return found
      if (Date.now() > deadline) throw new Error(`not heard in ${withinMs} ms: ${JSON.stringify(heard)}`)
      await new Promise((done) => setTimeout(done, 5))
    }
  }

  if (response.status === 200) await hear(({ event }) => event === 'ready' || event === 'reset')
  return {
    status: response.status,
    headers: response.headers,
    heard,
    hear,
    ended,
    lastId: () => lastId,
    leave: async () => {
      leaving.abort()
      await ended
    },
  }
}

type Part = { id: string; event: string; data: Record<string, unknown> }

async function read(response: Response, take: (part: Part) => void) {
  let text = ''
  try {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const parts = text.split('\n\n')
      text = parts.pop() ?? ''
      for (const part of parts) take(partOf(part))
    }
  } catch {
    // the listener left, or the server cut the line
  }
}

function partOf(text: string): Part {
  const field = (name: string) => text.match(new RegExp(`^${name}: (.*)$`, 'm'))?.[1] ?? ''
  return { id: field('id'), event: field('event'), data: JSON.parse(field('data') || '{}') }
}
