import { Readable } from 'node:stream'
import mongoose, { type mongo } from 'mongoose'
import pLimit from 'p-limit'
import type { Database } from '../open-database.ts'
import { RetryLater } from '../provider-errors.ts'
import type { StoredFile } from './stored-file.ts'

/** 255 KiB is GridFS's own size. */
const chunkBytes = 255 * 1_024
/** Chunks per answer of the database, so that other queries get a turn. By default, the first answer would hold 16 MB. */
const chunkBatchSize = 1
/**
 * How many parts, of all files together, are written, read or removed at a time, so that many large files leave room
 * for other queries.
 */
const partConcurrency = 1
/** By then, whoever reads it finds that it was removed. */
const retryMs = 1_000

type Chunk = { files_id: mongo.ObjectId; n: number; data: mongo.Binary }
type Upload = mongo.GridFSBucketWriteStream

/**
 * The bytes of files, in GridFS: streamed in and out, never whole in memory.
 * @param bucketName GridFS keeps each file in two collections, e.g. `attachments.files` and `attachments.chunks`
 */
export function createFileBytes({ connection }: Pick<Database, 'connection'>, bucketName = 'attachments') {
  const { db } = connection
  if (!db) throw new Error('The database is not connected.')
  const bucket = new mongoose.mongo.GridFSBucket(db, { bucketName, chunkSizeBytes: chunkBytes })
  const chunks = db.collection<Chunk>(`${bucketName}.chunks`)
  const turns = pLimit(partConcurrency)
  const idOfBytes = (id: string) => new mongoose.mongo.ObjectId(id)

  /**
   * Writes a file. A source that fails leaves nothing behind.
   * @param id 24 hex digits @throws what `source` throws
   */
  async function write(id: string, source: AsyncIterable<Uint8Array>): Promise<void> {
    const upload = bucket.openUploadStreamWithId(idOfBytes(id), id)
    upload.on('error', () => {}) // `written` reports it
    try {
      for await (const bytes of source) await turns(() => written(upload, bytes))
      await turns(() => ended(upload))
    } catch (error) {
      await remove(id)
      throw error
    }
  }

  /** Reads a file, or nothing if there is none. @param range the first byte and the one after the last */
  const read = (id: string, range: { start: number; end: number } = { start: 0, end: Infinity }): Readable =>
    Readable.from(chunksOf(id, range), { objectMode: false })

  /** Reads a file to its end. The stream fails with RetryLater when the file is removed meanwhile. */
  const readWhole = (file: Pick<StoredFile, '_id' | 'size'>): Readable =>
    Readable.from(wholeOf(file), { objectMode: false })

  async function* wholeOf({ _id, size }: Pick<StoredFile, '_id' | 'size'>) {
    let left = size
    for await (const bytes of chunksOf(_id, { start: 0, end: Infinity })) {
      left -= bytes.length
      yield bytes
    }
    if (left > 0) throw new RetryLater('A file was removed while it was read', retryMs)
  }

  async function* chunksOf(id: string, { start, end }: { start: number; end: number }) {
    const found = chunks
      .find({ files_id: idOfBytes(id), n: { $gte: Math.floor(start / chunkBytes) } })
      .sort({ n: 1 })
      .batchSize(chunkBatchSize)
    try {
      for (;;) {
        const chunk = await turns(() => found.next())
        if (!chunk || chunk.n * chunkBytes >= end) return
        yield bytesWithin(chunk, start, end)
      }
    } finally {
      await found.close()
    }
  }

  /** Removes the bytes, also those of an upload that was cut off. There may be none. */
  async function remove(id: string): Promise<void> {
    await turns(() => bucket.delete(idOfBytes(id))).catch((error: Error) => {
      // The driver has then removed chunks without a file, too.
      if (!/file not found/i.test(error.message)) throw error
    })
  }

  /** Ids of the files that were written to their end. */
  const list = async () => (await bucket.find().toArray()).map(({ _id }) => String(_id))

  return { write, read, readWhole, remove, list }
}

/** The bytes of a chunk that lie in a range of its file. */
function bytesWithin({ n, data }: Chunk, start: number, end: number): Uint8Array {
  const first = n * chunkBytes
  return data.buffer.subarray(Math.max(start - first, 0), Math.min(end - first, data.length()))
}

/** Writes one chunk at a time. When the source fails, no write is under way that would leave a chunk behind. */
const written = (upload: Upload, bytes: Uint8Array) =>
  new Promise<void>((done, failed) => {
    upload.write(bytes, (error) => (error ? failed(error) : done()))
  })

const ended = (upload: Upload) =>
  new Promise<void>((done, failed) => {
    upload.once('error', failed)
    upload.end(done)
  })

export type FileBytes = ReturnType<typeof createFileBytes>
