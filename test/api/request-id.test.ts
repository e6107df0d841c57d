import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { createLog } from '../../core/log.ts'
import { listen } from '../../start/listen.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
let http: Awaited<ReturnType<typeof listen>>
const lines: Record<string, unknown>[] = []
beforeAll(async () => {
  at = await deskInProcess()
  const log = createLog('info', { write: (line) => lines.push(JSON.parse(line)) })
  const broken = async () => {
    await new Promise((done) => setTimeout(done, 20))
    throw new Error('the disk is full')
  }
  const desk = { ...at.desk, log, tickets: { ...at.desk.tickets, find: broken, insert: broken } }
  http = await listen(0)
  http.serve(createApi({ desk, health: async () => ({}) as never, trustProxy: 0, secureCookies: false }))
})
afterAll(async () => {
  http.server.closeAllConnections()
  http.server.close()
  await at.close()
})
const api = () => apiClient(`http://127.0.0.1:${http.port}`)
const idOf = ({ headers }: { headers: Headers }) => headers.get('x-request-id') ?? ''

test('every answer has an id of its own, or the one that was sent', async () => {
  const [one, two] = [await api().get('/api/health/live'), await api().get('/nowhere')]
  expect(idOf(one)).toMatch(/^[\w-]{36}$/)
  expect(idOf(two)).not.toBe(idOf(one))
  const named = await api().call('GET', '/api/tickets', undefined, { 'x-request-id': 'proxy-7:a.b' })
  expect({ status: named.status, id: idOf(named) }).toEqual({ status: 401, id: 'proxy-7:a.b' })
})

test.each(['a b', 'x'.repeat(65), '{"level":60}'])('an invalid id (%j) is replaced', async (sent) => {
  const answer = await api().call('GET', '/api/health/live', undefined, { 'x-request-id': sent })
  expect(idOf(answer)).toMatch(/^[\w-]{36}$/)
})

test('log lines name the request and the ticket, also of requests at once and after a body', async () => {
  const ann = await at.somebody('user')
  const own = apiClient(`http://127.0.0.1:${http.port}`, ann.token)
  const ids = ['a', 'b', 'c'].map((digit) => digit.repeat(24))
  const filed = { title: 'Printer on fire', description: 'Flames.' }
  const answers = await Promise.all([
    ...ids.map((id) => own.get(`/api/tickets/${id}`)),
    own.post('/api/tickets', filed),
  ])
  expect(answers.map(({ status }) => status)).toEqual([500, 500, 500, 500])
  for (const [index, answer] of answers.entries()) {
    const line = lines.find(({ request }) => request === idOf(answer))
    expect(line).toMatchObject({ msg: 'request failed' })
    expect(line?.ticket).toBe(ids[index])
  }
})
