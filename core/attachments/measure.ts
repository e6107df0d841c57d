import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import { tooLarge } from '../errors.ts'
import { unknownType } from './attached-file.ts'
import { fileSize } from './file-size.ts'

export type Measured = { size: number; sha256: string; type: string }

/** How much of a file tells its type, in bytes. Office documents name theirs after other entries of their archive. */
const headBytes = 64 * 1_024

/**
 * Measures a file while it streams through. `result` is for the end of the stream.
 * @throws too-large as soon as it has more than `maxBytes`; what `source` throws
 */
export function measureStream(source: AsyncIterable<Uint8Array>, maxBytes: number) {
  const hash = createHash('sha256')
  const isText = textProbe()
  const head: Uint8Array[] = []
  let size = 0

  async function* through() {
    for await (const bytes of source) {
      if (size < headBytes) head.push(bytes.slice(0, headBytes - size))
      size += bytes.length
      if (size > maxBytes) throw tooLarge(`A file may have at most ${fileSize(maxBytes, 'en')}.`)
      hash.update(bytes)
      isText.add(bytes)
      yield bytes
    }
  }

  const result = async (): Promise<Measured> => ({
    size,
    sha256: hash.digest('hex'),
    type: await typeOf(Buffer.concat(head), isText.end()),
  })

  return { through: through(), result }
}

/** The type by the first bytes, or plain text, or else the type of unknown data. */
async function typeOf(head: Buffer, isText: boolean): Promise<string> {
  const known = await fileTypeFromBuffer(head).catch(() => undefined)
  return known?.mime ?? (isText && head.length > 0 ? 'text/plain' : unknownType)
}

/** Text is valid UTF-8 without a NUL. */
function textProbe() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isText = true
  const decode = (bytes?: Uint8Array) => {
    try {
      decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      isText = false
    }
  }
  return {
    add(bytes: Uint8Array) {
      if (isText) isText = !bytes.includes(0)
      if (isText) decode(bytes)
    },
    end() {
      if (isText) decode()
      return isText
    },
  }
}
