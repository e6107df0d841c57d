import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createClamd } from '../../../core/attachments/clamd.ts'
import { openFile } from '../../../core/attachments/open-file.ts'
import { uploadFile } from '../../../core/attachments/upload-file.ts'
import type { Desk } from '../../../core/desk.ts'
import { eicar, startClamd } from '../../doubles/clamd/clamd.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { heldFiles, megabytesOf, noFiles, streamOf } from '../../support/files.ts'
import { ann } from '../../support/ticket-fixture.ts'

let at: DeskInProcess
let clamd: Awaited<ReturnType<typeof startClamd>> | undefined
beforeAll(async () => {
  at = await deskInProcess()
})
afterEach(async () => {
  await clamd?.close()
  clamd = undefined
})
afterAll(() => at.close())

async function scanning(options = {}): Promise<Desk> {
  clamd = await startClamd(options)
  return { ...at.desk, scanner: createClamd(clamd.at) }
}
const upload = (desk: Desk, ...parts: string[]) => uploadFile(desk, ann, streamOf(...parts), 'a.txt')

test('a clean file passes once, and is then read without asking again', async () => {
  const desk = await scanning()
  const file = await upload(desk, 'all is well')
  expect(file.scannedAt).toBeInstanceOf(Date)
  for await (const _ of await openFile(desk, file));
  expect(clamd?.scanned).toEqual([11])
})

test('an infected upload is refused with the name of the virus, and nothing is left', async () => {
  const before = await heldFiles(at.database)
  await expect(upload(await scanning(), 'look: ', eicar)).rejects.toMatchObject({
    kind: 'invalid',
    message: 'The virus scanner found Eicar-Test-Signature in it.',
  })
  expect(await heldFiles(at.database)).toEqual(before)
})

test('while the scanner is away, the file is stored and not handed out', async () => {
  const desk = await scanning()
  const { port = 0 } = clamd?.at ?? {}
  await clamd?.close()
  const file = await upload(desk, 'all is well')
  await expect(openFile(desk, file)).rejects.toMatchObject({ kind: 'conflict' })
  clamd = await startClamd({ port })
  expect((await openFile(desk, file)).readable).toBe(true)
})

test('a file from before the scanner was configured is scanned before it is handed out', async () => {
  const old = await upload(at.desk, eicar)
  const desk = await scanning()
  await expect(openFile(desk, old)).rejects.toMatchObject({ kind: 'conflict', message: /Eicar/ })
  const known = await at.desk.files.find(old._id)
  expect(known?.virus).toBe('Eicar-Test-Signature')
  await expect(openFile(at.desk, known ?? old)).rejects.toMatchObject({ kind: 'conflict' })
})

test('a scanner that takes only smaller files can’t tell, which is no pass', async () => {
  const desk = await scanning({ maxBytes: 1_024 * 1_024 })
  const file = await uploadFile(desk, ann, megabytesOf(3), 'a')
  expect(file.scannedAt).toBeUndefined()
  await expect(openFile(desk, file)).rejects.toMatchObject({ kind: 'conflict' })
})

test.each(['', 'stream: FOUND', 'OK', 'stream: OK; no: X FOUND?', 'x'.repeat(5_000)])(
  'no answer but the two known ones counts: %j',
  async (answer) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', () => socket.end(`${answer}\0`))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const { port } = server.address() as { port: number }
    await expect(createClamd({ host: '127.0.0.1', port })(streamOf('a'))).rejects.toMatchObject({
      name: 'RetryLater',
    })
    server.close()
  },
)

test('an empty file is refused', async () => {
  const desk = { ...at.desk }
  const before = await heldFiles(at.database)
  await expect(upload(desk)).rejects.toMatchObject({ kind: 'invalid', field: 'file' })
  expect(await heldFiles(at.database)).toEqual(before)
  expect(before).not.toEqual(noFiles)
})
