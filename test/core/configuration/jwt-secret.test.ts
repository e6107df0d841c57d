import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadOrCreateJwtSecret } from '../../../core/configuration/jwt-secret.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskbridge-secret-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('is strong, kept, and for its owner’s eyes only', async () => {
  const data = join(folder, 'data')
  const secret = await loadOrCreateJwtSecret(data)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(48)
  expect(await loadOrCreateJwtSecret(data)).toBe(secret)
  expect((await stat(join(data, 'jwt-secret'))).mode & 0o777).toBe(0o600)
  expect((await stat(data)).mode & 0o777).toBe(0o700)
})

test('is another on every machine', async () => {
  expect(await loadOrCreateJwtSecret(join(folder, 'a'))).not.toBe(
    await loadOrCreateJwtSecret(join(folder, 'b')),
  )
})

test('is one when several processes start at once', async () => {
  for (let round = 0; round < 20; round++) {
    const data = join(folder, String(round))
    const secrets = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateJwtSecret(data)))
    expect(new Set(secrets).size).toBe(1)
    expect(await readdir(data)).toEqual(['jwt-secret'])
  }
})

test('is left as somebody has put it there', async () => {
  await writeFile(join(folder, 'jwt-secret'), 'mine\n')
  expect(await loadOrCreateJwtSecret(folder)).toBe('mine')
  expect(await readFile(join(folder, 'jwt-secret'), 'utf8')).toBe('mine\n')
})
