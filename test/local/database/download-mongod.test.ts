import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../temporary-folder.ts'

const run = promisify(execFile)
const script = fileURLToPath(new URL('../../../local/database/download-mongod.ts', import.meta.url))

/** Downloads from a server of the test's own. */
async function download(folder: string, answer: RequestListener) {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const mirror = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return run(process.execPath, [script, folder, '1500'], {
    env: { ...process.env, MONGOMS_DOWNLOAD_MIRROR: mirror, MONGOMS_USE_HTTP: 'true' },
  })
}

/** An archive laid out as MongoDB's are. */
async function archive(): Promise<Buffer> {
  const folder = await temporaryFolder()
  await mkdir(path.join(folder, 'mongodb', 'bin'), { recursive: true })
  await writeFile(path.join(folder, 'mongodb', 'bin', 'mongod'), '#!/bin/sh\necho db version v8\n', {
    mode: 0o755,
  })
  await run('tar', ['czf', path.join(folder, 'mongodb.tgz'), '-C', folder, 'mongodb'])
  return readFile(path.join(folder, 'mongodb.tgz'))
}

test('the program in the archive is what is kept', async () => {
  const packed = await archive()
  const sum = createHash('md5').update(packed).digest('hex')
  const folder = await temporaryFolder()
  await download(folder, (request, response) => {
    const body = request.url?.endsWith('.md5') ? Buffer.from(`${sum}  mongodb.tgz\n`) : packed
    response.setHeader('content-length', body.length).end(body)
  })
  expect((await run(path.join(folder, 'mongod'), ['--version'])).stdout).toBe('db version v8\n')
})

test('an archive that is not what its sum says is refused', async () => {
  const folder = await temporaryFolder()
  const packed = await archive()
  const damaged = download(folder, (request, response) => {
    const body = request.url?.endsWith('.md5') ? Buffer.from(`${'0'.repeat(32)}  mongodb.tgz\n`) : packed
    response.setHeader('content-length', body.length).end(body)
  })
  await expect(damaged).rejects.toMatchObject({ code: 1 })
  expect(await readdir(folder)).not.toContain('mongod')
})

test('a refusal and a server that says nothing end soon, with the reason', async () => {
  const refused = download(await temporaryFolder(), (_, response) => response.writeHead(403).end())
  await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('403') })
  const silent = download(await temporaryFolder(), () => undefined)
  await expect(silent).rejects.toMatchObject({ code: 1, stderr: 'no data for 1.5 s\n' })
})
