import { Readable } from 'node:stream'
import type { Database } from '../../core/open-database.ts'

const mebibyte = 1_024 * 1_024

/** The first bytes of a picture, which tell its type. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export const streamOf = (...parts: (string | Uint8Array)[]) =>
  Readable.from(
    parts.map((part) => Buffer.from(part)),
    { objectMode: false },
  )

/** So many megabytes, made while they are read. */
export async function* megabytesOf(count: number) {
  const part = Buffer.alloc(64 * 1_024, 'large file ')
  for (let sent = 0; sent < count * mebibyte; sent += part.length) yield part
}

/** How many bytes and pieces of files the database holds. */
export async function heldFiles({ connection, files }: Database) {
  const db = connection.db
  return {
    files: await files.countDocuments(),
    chunks: (await db?.collection('attachments.chunks').countDocuments()) ?? 0,
    complete: (await db?.collection('attachments.files').countDocuments()) ?? 0,
  }
}
export const noFiles = { files: 0, chunks: 0, complete: 0 }
