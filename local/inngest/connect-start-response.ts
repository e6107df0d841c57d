/** The wire types of protobuf that the message may use. */
const [numeric, lengthDelimited] = [0, 2]
const gateway = /^wss?:\/\//

/**
 * Names another gateway in Inngest's answer to `/v0/connect/start`: the protobuf message StartResponse
 * (connect/v1/connect.proto). Other fields stay as they are.
 * @throws Error when it has another form or names no gateway
 */
export function replaceGateway(response: Buffer, url: string): Buffer {
  const fields: Buffer[] = []
  let named = false
  for (let at = 0; at < response.length; ) {
    const tag = varint(response, at)
    const first = varint(response, tag.end)
    const isText = (tag.value & 7) === lengthDelimited
    const end = isText ? first.end + first.value : first.end
    if ((!isText && (tag.value & 7) !== numeric) || end > response.length) throw unknownForm()
    const isGateway = isText && gateway.test(response.toString('utf8', first.end, end))
    fields.push(isGateway ? field(tag.value, url) : response.subarray(at, end))
    named ||= isGateway
    at = end
  }
  if (!named) throw new Error('Inngest names no gateway')
  return Buffer.concat(fields)
}

function field(tag: number, text: string) {
  const bytes = Buffer.from(text)
  return Buffer.concat([encoded(tag), encoded(bytes.length), bytes])
}

/** A base-128 varint of at most 28 bits. */
function varint(bytes: Buffer, from: number) {
  let value = 0
  for (let at = from; at < Math.min(from + 4, bytes.length); at++) {
    const byte = bytes[at] ?? 0
    value |= (byte & 0x7f) << (7 * (at - from))
    if (byte < 0x80) return { value, end: at + 1 }
  }
  throw unknownForm()
}

const unknownForm = () => new Error('Inngest answers /v0/connect/start in an unknown form')

const encoded = (value: number): Buffer =>
  value < 0x80
    ? Buffer.from([value])
    : Buffer.concat([Buffer.from([(value & 0x7f) | 0x80]), encoded(value >>> 7)])
