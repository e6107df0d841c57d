import { once } from 'node:events'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { answerParent, inputOfParent } from '../processes.ts'

/** `count` files at once, each of `bytes`. */
export type MoveInput = { url: string; token: string; count: number; bytes: number }

const { url, token, count, bytes } = await inputOfParent<MoveInput>()
const part = Buffer.alloc(1_024 * 1_024, '.')

await Promise.all(Array.from({ length: count }, async () => download(await upload())))
answerParent({})

function send(method: string, path: string, headers: Record<string, string> = {}) {
  return httpRequest(`${url}${path}`, { method, headers: { authorization: `Bearer ${token}`, ...headers } })
}

async function answerTo(request: ClientRequest) {
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return response
}

/** @returns the file's id */
async function upload(): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes) }
  const request = send('POST', '/api/files?name=large.bin', headers)
  const answered = answerTo(request)
  for (let sent = 0; sent < bytes; sent += part.length)
    if (!request.write(part.subarray(0, bytes - sent))) await once(request, 'drain')
  request.end()
  const response = await answered
  if (response.statusCode !== 201) throw new Error(`The upload was answered with ${response.statusCode}.`)
  const { file } = (await json(response)) as { file: { id: string } }
  return file.id
}

/** Reads a file to its end and removes it, so that the next upload is within the limit of what is on no ticket. */
async function download(id: string): Promise<void> {
  const response = await answerTo(send('GET', `/api/files/${id}`).end())
  let received = 0
  response.on('data', (chunk: Buffer) => {
    received += chunk.length
  })
  await once(response, 'end')
  if (received !== bytes) throw new Error(`${received} of ${bytes} bytes came back.`)
  const removed = await answerTo(send('DELETE', `/api/files/${id}`).end())
  removed.resume()
  await once(removed, 'end')
}
