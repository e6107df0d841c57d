import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { openFile } from '../core/attachments/open-file.ts'
import type { StoredFile } from '../core/attachments/stored-file.ts'
import type { Desk } from '../core/desk.ts'
import type { Answer } from './route.ts'

const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const others = new Set(['application/pdf', 'application/zip'])

/** Even if a browser shows a file as a page, that page can run nothing and load nothing. */
const policy = "sandbox; default-src 'none'"

type Range = { start: number; end: number; isPart: boolean }
type Opening = Pick<Desk, 'files' | 'fileBytes' | 'scanner' | 'now'>

/**
 * Answers with a file: to be saved, or in place if it is one of four kinds of pictures and `inline` asks for it. Serves one
 * range (RFC 9110, 14.2).
 */
export const serveFile = (desk: Opening, file: StoredFile, request: Request, inline = false): Answer => ({
  status: 200,
  stream: async (response) => {
    const range = rangeOf(request, file.size)
    if (!range) return void response.set('Content-Range', `bytes */${file.size}`).status(416).end()
    const bytes = await openFile(desk, file, range)
    describe(response, file, range, inline && pictures.has(file.type))
    if (request.method === 'HEAD') {
      bytes.destroy()
      response.end()
    } else await send(bytes, response)
  },
})

/** @returns null when the range is outside of the file. Anything but a single range gets the whole file. */
function rangeOf(request: Request, size: number): Range | null {
  const asked = request.range(size, { combine: true })
  if (asked === -1) return null
  const [one, another] = Array.isArray(asked) && asked.type === 'bytes' ? asked : []
  return one && !another
    ? { start: one.start, end: one.end + 1, isPart: true }
    : { start: 0, end: size, isPart: false }
}

function describe(response: Response, file: StoredFile, { start, end, isPart }: Range, inline: boolean) {
  // The name as RFC 6266 has it. It also sets a type by the name, which the next line replaces.
  response.attachment(file.name)
  response.set({
    'Content-Type': typeFor(file),
    'Content-Length': String(end - start),
    'Accept-Ranges': 'bytes',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    ...(isPart ? { 'Content-Range': `bytes ${start}-${end - 1}/${file.size}` } : {}),
    ...(inline ? { 'Content-Disposition': 'inline' } : {}),
  })
  response.status(isPart ? 206 : 200)
}

/** Types that browsers run nothing of. All else is served as unknown bytes. */
function typeFor({ type }: StoredFile) {
  if (type === 'text/plain') return 'text/plain; charset=utf-8'
  return pictures.has(type) || others.has(type) ? type : 'application/octet-stream'
}

/** Once the answer has begun, an error can only end the connection, and with it the download. */
const send = (bytes: Readable, response: Response) => pipeline(bytes, response).catch(() => undefined)
