import { afterAll, beforeAll, expect, test } from 'vitest'
import { allRoutes } from '../../api/routes/all-routes.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

type Operation = {
  summary: string
  responses: Record<string, { content?: Record<string, { example?: unknown }> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

let at: DeskInProcess
let document: Document
beforeAll(async () => {
  at = await deskInProcess()
  document = (await at.anonymous.get<Document>('/api/openapi.json')).body
})
afterAll(() => at.close())

/** What is not JSON. */
const otherTypes: Record<string, string> = {
  '/api/stream': 'text/event-stream',
  '/metrics': 'text/plain',
  '/unsubscribe/{token}': 'text/html',
  '/api/files/{id}': 'application/octet-stream',
  '/files/{token}': 'application/octet-stream',
}

const metrics = { metrics: {} as never, token: undefined }
const mailbox = { list: async () => [], read: async () => undefined, reply: async () => undefined }
const inboundMail = { receive: async () => 'ignored' as const, secret: 'secret', maxBytes: 1 }
const routes = allRoutes({
  desk: {} as never,
  health: async () => ({}) as never,
  mailbox,
  inboundMail,
  metrics,
  secureCookies: false,
})

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s: every example is what its schema says',
  (_name, route) => {
    for (const { schema, example } of Object.values(route.successes)) if (schema) schema.parse(example)
    if (route.body && route.bodyExample) route.body.parse(route.bodyExample)
  },
)

test('is OpenAPI 3.1, and every route that is served is in it with its errors and an example', () => {
  expect(document.openapi).toBe('3.1.0')
  const served = allRoutes({ desk: at.desk, health: async () => ({}) as never, secureCookies: false })
  for (const { method, path, access, params, successes } of served) {
    const operation = document.paths[path]?.[method]
    expect(operation?.summary, `${method} ${path}`).toBeTruthy()
    const statuses = Object.keys(operation?.responses ?? {})
    expect(statuses).toEqual(expect.arrayContaining(Object.keys(successes)))
    if (access === 'signed-in') expect(statuses).toContain('401')
    if (params) expect(statuses).toContain('404')
    for (const [status, { content }] of Object.entries(operation?.responses ?? {})) {
      const good = otherTypes[path] ?? 'application/json'
      const type = status < '400' || status === '503' ? good : 'application/problem+json'
      if (content) expect(content[type], `${method} ${path} ${status}`).toHaveProperty('example')
    }
  }
})

test('the browsable page loads nothing from elsewhere', async () => {
  const page = await at.anonymous.get<string>('/api/docs')
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  const links = [...String(page.body).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '')
  expect(links.length).toBeGreaterThan(3)
  for (const link of links) expect((await at.anonymous.get(link)).status, link).toBe(200)
})
