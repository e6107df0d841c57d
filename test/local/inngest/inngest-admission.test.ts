import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../../local/inngest/inngest-admission.ts'

const keys = { eventKey: 'event-key', signingKey: 'ab12'.repeat(16) }
const hashed = createHash('sha256').update(Buffer.from(keys.signingKey, 'hex')).digest('hex')
const host = '127.0.0.1:20123'
const signed = { authorization: `Bearer ${hashed}` }

const refusal = (method: string, url: string, headers: Record<string, string> = {}) =>
  refusalOf({ method, url, headers: { host, ...headers } }, keys, host)

describe('a worker with the keys', () => {
  test.each([
    ['GET', '/health', {}],
    ['GET', '/health', { host: 'localhost:20123' }],
    ['POST', '/e/event-key', {}],
    ['POST', '/v0/connect/start', signed],
    ['POST', '/v0/connect/start', { authorization: `Bearer signkey-prod-${hashed}` }],
    ['POST', '/v0/connect/flush', signed],
    ['GET', '/v0/runs/01K0/actions', signed],
    ['POST', '/v1/checkpoint/01K0/async', signed],
  ])('may %s %s', (method, url, headers) => {
    expect(refusal(method, url, headers)).toBeNull()
  })
})

describe('others are refused', () => {
  const wrong = { authorization: `Bearer ${'0'.repeat(64)}` }
  test.each([
    ['without a key', 'POST', '/v0/connect/start', {}, 401],
    ['with a wrong key', 'POST', '/v0/connect/start', wrong, 401],
    [
      'with the event key as a signing key',
      'POST',
      '/v0/connect/flush',
      { authorization: 'Bearer event-key' },
      401,
    ],
    ['with another event key', 'POST', '/e/event-kez', {}, 401],
    ['a web page', 'GET', '/health', { origin: 'https://evil.example' }, 403],
    ['a web page that has the key', 'POST', '/e/event-key', { origin: 'null' }, 403],
    ['a web page that rebinds its name', 'GET', '/health', { host: 'evil.example:20123' }, 403],
    ['another port of this machine', 'GET', '/health', { host: '127.0.0.1:8288' }, 403],
  ])('%s', (_who, method, url, headers, status) => {
    expect(refusal(method, url, headers)).toBe(status)
  })

  test.each([
    ['POST', '/v0/gql'],
    ['GET', '/v0/gql'],
    ['POST', '/mcp'],
    ['POST', '/fn/register'],
    ['PUT', '/fn/register'],
    ['GET', '/dev'],
    ['GET', '/debug/pprof/'],
    ['GET', '/metrics'],
    ['GET', '/v1/events'],
    ['DELETE', '/v1/runs/01K0'],
    ['POST', '/invoke/deskbridge-triage-ticket'],
    ['GET', '/e/event-key'],
    ['POST', '/e/event-key/../../v0/gql'],
    ['POST', '/e/event-key?x=1'],
    ['POST', '//v0/gql'],
    ['POST', '/v0/connect/start/../../gql'],
    ['OPTIONS', '/v0/gql'],
    ['HEAD', '/health'],
    ['GET', 'http://127.0.0.1:8288/v0/gql'],
  ])('%s %s, even with the signing key', (method, url) => {
    expect(refusal(method, url, signed)).toSatisfy((status) => status === 404 || status === 401)
  })
})
