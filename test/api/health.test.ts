import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApi } from '../../api/create-api.ts'
import { listen } from '../../start/listen.ts'
import { apiClient } from '../support/api-client.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

test('a process with its database is live and ready', async () => {
  expect(await at.anonymous.get('/api/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } })
  expect(await at.anonymous.get('/api/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } })
})

test('one whose database does not answer is live, and not ready', async () => {
  const askDatabase = () => Promise.reject(new Error('no server'))
  const http = await listen(0)
  const parts = { health: async () => ({}) as never, trustProxy: 0, secureCookies: false }
  http.serve(createApi({ desk: { ...at.desk, askDatabase }, ...parts }))
  const api = apiClient(`http://127.0.0.1:${http.port}`)
  expect((await api.get('/api/health/live')).status).toBe(200)
  expect(await api.get('/api/health/ready')).toMatchObject({ status: 503, body: { status: 'unavailable' } })
  http.server.closeAllConnections()
  http.server.close()
})
