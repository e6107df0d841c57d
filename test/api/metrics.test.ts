import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { newId } from '../../core/ids.ts'
import { createMetrics } from '../../core/metrics/metrics.ts'
import { listen } from '../../start/listen.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'
import { listenTo } from '../support/stream-reader.ts'
import { newTicketOf } from '../support/ticket-fixture.ts'
import { triageModelOf } from '../support/triage-model-fixture.ts'

let at: DeskInProcess
let down = false
const stops: (() => void)[] = []
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(async () => {
  for (const stop of stops) stop()
  await at.close()
})

async function measured(token?: string) {
  const backlog = async () => {
    if (down) throw new Error('no database')
    return { documents: 7, oldestSeconds: 42 }
  }
  const ratings = async () => {
    if (down) throw new Error('no database')
    return at.desk.tickets.ratedSince(new Date(Date.now() - 60_000))
  }
  const model = at.desk.triageModels.inUse
  const metrics = createMetrics({ backlog, listeners: at.desk.live.count, ratings, model })
  const http = await listen(0)
  const parts = { desk: at.desk, health: async () => ({}) as never, trustProxy: 0, secureCookies: false }
  http.serve(createApi({ ...parts, metrics: { metrics, token } }))
  stops.push(() => {
    http.server.closeAllConnections()
    http.server.close()
  })
  const url = `http://127.0.0.1:${http.port}`
  return { url, metrics, api: apiClient(url) }
}

const scrape = async (api: ReturnType<typeof apiClient>) => (await api.get<string>('/metrics')).body

/** As a browser asks that took the host of a page for this machine. */
const statusFor = async (url: string, host: string) => {
  const [answer] = (await once(get(url, { headers: { host } }), 'response')) as [IncomingMessage]
  answer.resume()
  return answer.statusCode
}

test('requests are counted by template, method and status, and no id is in any label', async () => {
  const { url, api } = await measured()
  const ann = await at.somebody('user')
  const own = apiClient(url, ann.token)
  await own.get(`/api/tickets/${'a'.repeat(24)}`)
  await own.get(`/api/tickets/${'b'.repeat(24)}`)
  await own.get('/nowhere/at-all')
  const stream = await listenTo(url, ann.token)
  expect(await scrape(api)).toMatch(/^desk_stream_listeners 1$/m)
  await stream.leave()
  await expect
    .poll(() => scrape(api))
    .toContain('desk_http_requests_total{method="GET",route="/api/stream",status="200"} 1')
  const text = await scrape(api)
  expect(text).toContain('desk_http_requests_total{method="GET",route="/api/tickets/:id",status="404"} 2')
  expect(text).toContain('desk_http_requests_total{method="GET",route="other",status="404"} 1')
  expect(text).toMatch(/duration_seconds_count\{method="GET",route="\/api\/tickets\/:id",status="404"\} 2/)
  expect(text).not.toMatch(/duration_seconds_count\{method="GET",route="\/api\/stream"/)
  expect(text).not.toMatch(/aaaa|bbbb|nowhere|127\.0\.0\.1/)
})

test('deliveries, triage, what is pending and the event loop', async () => {
  const { api, metrics } = await measured()
  metrics.delivered('mail', 'failed')
  metrics.delivered('mail', 'sent')
  metrics.triaged({ engine: 'local', usage: null }, 300)
  metrics.triaged({ engine: 'gemini', usage: { input: 900, output: 100, cost: 0.25 } }, 900)
  const text = await scrape(api)
  expect(text).toContain('desk_deliveries_total{channel="mail",result="sent"} 1')
  expect(text).toContain('desk_deliveries_total{channel="mail",result="failed"} 1')
  expect(text).toContain('desk_triage_duration_seconds_bucket{le="0.5",engine="local"} 1')
  expect(text).toMatch(/^desk_outbox_documents 7$/m)
  expect(text).toMatch(/^desk_outbox_oldest_seconds 42$/m)
  expect(text).toMatch(/^desk_event_loop_delay_seconds\{quantile="0.99"\} \d/m)
})

test('what the version in use was measured at', async () => {
  const { api } = await measured()
  expect(await scrape(api)).not.toContain('desk_triage_model_accuracy{')
  const priorityFigures = {
    rows: 90,
    heldOut: 18,
    accuracy: 0.75,
    macroF1: 0.5,
    rulesAccuracy: 0.7,
    isUsed: true,
  }
  await at.desk.triageModels.insert(
    triageModelOf(7, { usedSince: new Date(1), priorityFigures }),
    new Uint8Array(9),
  )
  const text = await scrape(api)
  expect(text).toContain('desk_triage_model_accuracy{model="7",field="category"} 0.8')
  expect(text).toContain('desk_triage_model_accuracy{model="7",field="priority"} 0.75')
})

test('ratings of the last 30 days are counted, with their mean', async () => {
  const { api } = await measured()
  const now = new Date()
  const old = new Date(now.getTime() - 2 * 60_000)
  for (const [score, ratedAt] of [
    [5, now],
    [2, now],
    [1, old],
  ] as const) {
    const { ticket } = await at.desk.tickets.insert(newTicketOf({ _id: newId(), number: score }))
    await at.database.tickets.updateOne(
      { _id: ticket._id },
      { $set: { rating: { score, comment: null, at: ratedAt } } },
    )
  }
  const text = await scrape(api)
  expect(text).toContain('desk_ticket_ratings{score="5"} 1')
  expect(text).toContain('desk_ticket_ratings{score="2"} 1')
  expect(text).not.toContain('desk_ticket_ratings{score="1"}')
  expect(text).toContain('desk_ticket_rating_mean 3.5')
})

test('without a database the other metrics are still served', async () => {
  const { api } = await measured()
  down = true
  const text = await scrape(api)
  down = false
  expect(text).not.toMatch(/^desk_outbox_documents \d/m)
  expect(text).not.toMatch(/^desk_ticket_rating/m)
  expect(text).toMatch(/^desk_stream_listeners 0$/m)
})

test('without a token only this machine may ask, and no proxy on it for others', async () => {
  const { api, url } = await measured()
  expect((await api.get('/metrics')).status).toBe(200)
  for (const header of ['x-forwarded-for', 'forwarded'])
    expect((await api.call('GET', '/metrics', undefined, { [header]: '192.0.2.1' })).status).toBe(403)
  // A web page whose name leads here after it was loaded.
  const { port } = new URL(url)
  for (const [host, status] of [
    [`evil.example:${port}`, 403],
    [`127.0.0.1.evil.example:${port}`, 403],
    [`localhost:${port}`, 200],
  ] as const)
    expect([host, await statusFor(`${url}/metrics`, host)]).toEqual([host, status])
})

test('with a token whoever sends it, from anywhere', async () => {
  const { api } = await measured('a token of sixteen')
  const ask = async (authorization?: string) =>
    (await api.call('GET', '/metrics', undefined, authorization ? { authorization } : {})).status
  expect(await ask()).toBe(401)
  expect(await ask('Bearer a token of seventeen')).toBe(401)
  expect(await ask('Bearer a token of sixteen')).toBe(200)
})
