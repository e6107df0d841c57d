import { expect, test } from 'vitest'
import { replaceGateway } from '../../../local/inngest/connect-start-response.ts'

/** A protobuf string field of less than 128 bytes. */
const field = (number: number, text: string) =>
  Buffer.concat([Buffer.from([(number << 3) | 2, Buffer.byteLength(text)]), Buffer.from(text)])

const answer = Buffer.concat([
  field(1, '01K0CONNECTION'),
  field(2, 'ws://127.0.0.1:8289/v0/connect'),
  field(3, 'gw-dev'),
  field(4, 'eyJ.session.ws://token'),
])

test('only the gateway changes, also to a long address', () => {
  const url = `ws://127.0.0.1:20123/${'x'.repeat(300)}/v0/connect`
  const changed = replaceGateway(answer, url)
  expect(changed.length).toBe(answer.length - 30 + url.length + 1)
  expect(changed.toString()).toContain(url)
  expect(changed.toString()).not.toContain(':8289')
  expect(changed.subarray(0, 16)).toEqual(answer.subarray(0, 16))
  expect(replaceGateway(changed, 'ws://127.0.0.1:8289/v0/connect')).toEqual(answer)
})

test('numbers that a later version may add stay as they are', () => {
  const number = Buffer.from([0x30, 0x96, 0x01])
  expect(replaceGateway(Buffer.concat([number, answer]), 'ws://x')).toEqual(
    Buffer.concat([number, replaceGateway(answer, 'ws://x')]),
  )
})

test.each([
  ['cut short', answer.subarray(0, 20)],
  ['only a number', Buffer.from([0x08, 0x01])],
  ['of another wire type', Buffer.concat([Buffer.from([0x0d, 0, 0, 0, 0]), answer])],
  ['endless', Buffer.from([0xff, 0xff, 0xff, 0xff, 0xff])],
  ['without a gateway', field(1, 'x')],
])('an answer in another form is an error: %s', (_name, bytes) => {
  expect(() => replaceGateway(bytes, 'ws://x')).toThrow(/Inngest/)
})
