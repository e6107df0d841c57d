import type { IncomingMessage } from 'node:http'

/** More than any call of the desk. Bodies are read before a token is checked, and web pages may send what they like. */
const maxBytes = 16_000_000

/** @throws Error for a body of more than 16 MB, whose rest is not read */
export async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBytes) throw new Error('The body is too large.')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
