import { createHash } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cleanFiles } from '../../../core/attachments/clean-files.ts'
import { removeFiles } from '../../../core/attachments/remove-files.ts'
import { storeFile } from '../../../core/attachments/store-file.ts'
import { newId } from '../../../core/ids.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { heldFiles, megabytesOf, noFiles, png, streamOf } from '../../support/files.ts'
import { later, monday } from '../../support/ticket-fixture.ts'

const mebibyte = 1_024 * 1_024
const by = newId()

let at: DeskInProcess
let now = monday
beforeAll(async () => {
  at = await deskInProcess({ now: () => now })
})
afterEach(async () => {
  now = monday
  await removeFiles(at.desk, await at.database.files.find().lean())
})
afterAll(() => at.close())

const store = (source: AsyncIterable<Uint8Array>, name = 'a.bin') => storeFile(at.desk, source, { name, by })

async function bytesOf(id: string, range?: { start: number; end: number }) {
  const parts: Buffer[] = []
  for await (const part of at.desk.fileBytes.read(id, range)) parts.push(part)
  return Buffer.concat(parts)
}

test('a file is stored with its size, its hash and its name, and read as it was', async () => {
  const content = Buffer.alloc(700_000, 'flames ')
  const file = await store(streamOf(content), '../fire.txt')
  expect(file).toMatchObject({
    ...{ name: 'fire.txt', type: 'text/plain', size: 700_000, by, state: 'stored' },
    sha256: createHash('sha256').update(content).digest('hex'),
  })
  expect((await bytesOf(file._id)).equals(content)).toBe(true)
})

test.each([
  ['the middle of a piece', { start: 10, end: 20 }],
  ['across pieces', { start: 261_100, end: 522_300 }],
  ['the end', { start: 699_999, end: 700_000 }],
  ['past the end', { start: 600_000, end: 9_000_000 }],
])('a part can be read: %s', async (_, range) => {
  const content = Buffer.from(Array.from({ length: 700_000 }, (_, index) => index % 251))
  const file = await store(streamOf(content))
  expect((await bytesOf(file._id, range)).equals(content.subarray(range.start, range.end))).toBe(true)
})

test('a file that was removed before it is read is an error, not an empty file', async () => {
  const file = await store(streamOf('flames'))
  const stream = at.desk.fileBytes.readWhole(file)
  await removeFiles(at.desk, [file])
  await expect(stream.toArray()).rejects.toMatchObject({ name: 'RetryLater' })
})

describe('the type comes from the content', () => {
  test.each([
    ['a picture that is called text', png, 'notes.txt', 'image/png'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'cat.png', 'text/plain'],
    ['text with an umlaut', Buffer.from('Größe'), 'x.exe', 'text/plain'],
    ['text with a NUL', Buffer.from('a\0b'), 'a.txt', 'application/octet-stream'],
    ['Latin-1', Buffer.from('Gr\xf6\xdfe', 'latin1'), 'a.txt', 'application/octet-stream'],
    ['nothing', Buffer.alloc(0), 'a.png', 'application/octet-stream'],
    ['a broken archive', Buffer.from('PK\x03\x04'), 'a.zip', 'application/zip'],
  ])('%s', async (_, content, name, type) => {
    expect((await store(streamOf(content), name)).type).toBe(type)
  })

  test('a character may lie across two parts', async () => {
    const [first, second] = [Buffer.from([0xc3]), Buffer.from([0xa4])]
    expect((await store(streamOf(first, second))).type).toBe('text/plain')
    expect((await store(streamOf('a', first))).type).toBe('application/octet-stream')
  })
})

describe('nothing is left of', () => {
  test('an upload that is cut off half-way', async () => {
    async function* cutOff() {
      yield* megabytesOf(3)
      throw new Error('cut off')
    }
    await expect(store(cutOff())).rejects.toThrow('cut off')
    expect(await heldFiles(at.database)).toEqual(noFiles)
  })

  test('a file that is too large, of which no more is read', async () => {
    let read = 0
    async function* endless() {
      for await (const part of megabytesOf(1_000)) {
        read += part.length
        yield part
      }
    }
    await expect(store(endless())).rejects.toMatchObject({ kind: 'too-large' })
    expect(read).toBeLessThanOrEqual(25 * mebibyte + 64 * 1_024)
    expect(await heldFiles(at.database)).toEqual(noFiles)
  })

  test('one whose upload a kill has cut off, a day later', async () => {
    const id = newId()
    const fresh = { ...{ name: 'a', type: '', size: 0, sha256: '', by }, looseSince: now, createdAt: now }
    await at.desk.files.begin({ _id: id, ...fresh, state: 'uploading' })
    await at.database.connection.db
      ?.collection('attachments.chunks')
      .insertOne({ files_id: new at.database.files.base.Types.ObjectId(id), n: 0, data: Buffer.from('a') })
    now = later(23 * 3_600)
    expect(await cleanFiles(at.desk, async () => false)).toBe(0)
    now = later(25 * 3_600)
    expect(await cleanFiles(at.desk, async () => false)).toBe(1)
    expect(await heldFiles(at.database)).toEqual(noFiles)
  })
})

test('25 MB pass, and the same id stores them once', async () => {
  const id = newId()
  const file = await storeFile(at.desk, megabytesOf(25), { id, name: 'a', by })
  expect(file.size).toBe(25 * mebibyte)
  const again = await storeFile(at.desk, streamOf('other'), { id, name: 'b', by })
  expect(again).toEqual(file)
})

test('a file that nobody attached goes after a day; one that is listed stays', async () => {
  const [loose, listed] = [await store(streamOf('a')), await store(streamOf('b'))]
  await at.desk.files.take([loose._id, listed._id], by, { ticket: newId() })
  now = later(25 * 3_600)
  expect(await cleanFiles(at.desk, async ({ _id }) => _id === listed._id)).toBe(1)
  expect(await at.desk.files.find(loose._id)).toBeNull()
  expect((await at.desk.files.find(listed._id))?.looseSince).toBeUndefined()
  expect((await bytesOf(listed._id)).toString()).toBe('b')
})

test('a file passes without being whole in memory', async () => {
  const memory = createMemoryWatch()
  const file = await store(memory.watching(megabytesOf(25)))
  for await (const part of memory.watching(at.desk.fileBytes.read(file._id)))
    expect(part.length).toBeLessThanOrEqual(256 * 1_024)
  expect(memory.most()).toBeLessThanOrEqual(10 * mebibyte)
})

/** Watches how much more memory is held than before, without what only waits to be collected. */
function createMemoryWatch() {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return heapUsed + external
  }
  const before = held()
  let most = 0
  async function* watching(source: AsyncIterable<Uint8Array>) {
    let parts = 0
    for await (const part of source) {
      yield part
      if (parts++ % 25 === 0) most = Math.max(most, held() - before)
    }
  }
  return { watching, most: () => most }
}
