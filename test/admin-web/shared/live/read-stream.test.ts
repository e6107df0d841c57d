import { afterEach, expect, test, vi } from 'vitest'
import { readStream } from '../../../../admin-web/src/shared/live/read-stream.ts'
import { wordsOf } from '../../../../api/event-stream.ts'

const told = wordsOf({ id: 'a1', event: 'ticket', data: { id: '65f0', title: 'two\n\nlines' } })

afterEach(() => vi.unstubAllGlobals())

/** Reads a stream that arrives in these pieces and then ends. */
async function read(pieces: string[]) {
  const bytes = ReadableStream.from(pieces).pipeThrough(new TextEncoderStream())
  vi.stubGlobal('fetch', async () => new Response(bytes))
  const ids: string[] = []
  const events: { event?: string | undefined; data: string }[] = []
  let beats = 0
  await readStream({
    lastId: '',
    signal: new AbortController().signal,
    onAlive: () => beats++,
    onId: (id) => ids.push(id),
    onEvent: (event) => events.push(event),
  })
  return { ids, events, beats }
}

test('events are whole in whatever pieces they arrive, and heartbeats move the id on', async () => {
  const text = `retry: 1000\n\n${told}${wordsOf({ id: 'a2' })}`
  for (let size = 1; size < text.length; size += 7) {
    const { ids, events, beats } = await read(text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [])
    expect(ids).toEqual(['a1', 'a2'])
    expect(events.map(({ event }) => event)).toEqual(['ticket'])
    expect(JSON.parse(events[0]?.data ?? '')).toEqual({ id: '65f0', title: 'two\n\nlines' })
    expect(beats).toBe(2)
  }
})

test('half an event is not reported', async () => {
  expect((await read([told.slice(0, -1)])).events).toEqual([])
  expect((await read([told.slice(0, -1), '\n'])).events).toHaveLength(1)
})
