import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compressFiles } from '../../start/compress-files.ts'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'

const script = 'console.log("Deskbridge")\n'.repeat(400)
let at: DeskInProcess
let root: Known
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'deskbridge-dist-'))
  await mkdir(path.join(folder, 'assets'))
  await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Deskbridge</title>')
  await writeFile(path.join(folder, '.built-from'), 'secret')
  await writeFile(path.join(folder, 'assets/index-1a2b.js'), script)
  await writeFile(path.join(folder, 'assets/small-1a2b.js'), 'x()')
  await compressFiles(folder)
  at = await deskInProcess({ consoleFolder: folder })
  root = await at.somebody('admin')
})
afterAll(async () => {
  await at.close()
  await rm(folder, { recursive: true })
})

type Raw = { status: number; headers: IncomingHttpHeaders; bytes: Buffer }

/** As it travels: fetch would unpack it, and a URL would lose its "..". */
const raw = (where: string, headers: Record<string, string> = {}) =>
  new Promise<Raw>((resolve, reject) => {
    const { hostname: host, port } = new URL(at.url)
    const request = get({ host, port, path: where, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes: Buffer.concat(chunks),
        }),
      )
    })
    request.on('error', reject)
  })

const modern = { 'accept-encoding': 'gzip, deflate, br, zstd' }

describe('assets', () => {
  test('travel as Brotli, else gzip, else plain, and are kept for a year', async () => {
    const [br, gz, plain] = await Promise.all([
      raw('/assets/index-1a2b.js', modern),
      raw('/assets/index-1a2b.js', { 'accept-encoding': 'gzip' }),
      raw('/assets/index-1a2b.js'),
    ])
    expect(br.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(br.bytes).toString()).toBe(script)
    expect(gz.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(gz.bytes).toString()).toBe(script)
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.bytes.toString()).toBe(script)
    for (const { headers } of [br, gz, plain])
      expect(headers).toMatchObject({
        'cache-control': 'public,max-age=31536000,immutable',
        'content-type': expect.stringMatching(/^text\/javascript/),
        vary: expect.stringContaining('Accept-Encoding'),
        'x-content-type-options': 'nosniff',
      })
  })

  test('that are not there are 404, not the page', async () => {
    const gone = await raw('/assets/gone-1a2b.js', modern)
    expect(gone.status).toBe(404)
    expect(gone.headers['content-type']).toMatch(/problem\+json/)
  })

  test('a file of one packet has no copies', async () => {
    expect((await raw('/assets/small-1a2b.js', modern)).bytes.toString()).toBe('x()')
  })

  test.each([
    '/.built-from',
    '/assets/../../package.json',
    '/assets/%2e%2e/.built-from',
    '/assets/index-1a2b.js.br',
  ])('no other file is given away: %s', async (where) => {
    const { bytes } = await raw(where)
    expect(bytes.toString()).not.toMatch(/secret|"scripts"/)
  })
})

test('every other path gets the page, which is asked for anew', async () => {
  for (const where of ['/', '/tickets/12', '/index', '/queue?status=open']) {
    const { headers, bytes } = await raw(where)
    expect(bytes.toString()).toContain('<title>Deskbridge</title>')
    expect(headers['cache-control']).toBe('no-cache')
  }
})

describe('JSON', () => {
  const signedIn = () => ({ ...modern, authorization: `Bearer ${root.token}` })

  test('of lists and of the description is compressed', async () => {
    for (let count = 0; count < 20; count++)
      await root.api.post('/api/tickets', { title: `Ticket ${count}`, description: 'x'.repeat(200) })
    for (const where of ['/api/tickets', '/api/openapi.json']) {
      const { headers, bytes } = await raw(where, signedIn())
      expect(headers['content-encoding']).toBe('br')
      expect(JSON.parse(brotliDecompressSync(bytes).toString())).toBeTypeOf('object')
    }
  })

  test('is not where internal notes or secrets stand beside what others wrote', async () => {
    const { body } = await root.api.post<{ ticket: { id: string } }>('/api/tickets', {
      title: 'Notes',
      description: 'x',
    })
    const comments = `/api/tickets/${body.ticket.id}/comments`
    await root.api.post(comments, { body: 'x'.repeat(5_000), visibility: 'internal' })
    expect((await raw(comments, signedIn())).headers['content-encoding']).toBeUndefined()
    const stream = await at.anonymous.as(root.token).begin('/api/stream')
    expect(stream.headers.get('content-encoding')).toBeNull()
  })

  test('that answers a change is not: it may hold a secret', async () => {
    const made = await fetch(`${at.url}/api/auth/api-keys`, {
      method: 'POST',
      headers: { ...signedIn(), 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Key', scopes: ['tickets:read'], expiresInDays: 1 }),
    })
    expect(made.headers.get('content-encoding')).toBeNull()
  })
})
