import { expect, test } from 'vitest'
import { clientAddress } from '../../api/origin.ts'

const proxy = '10.0.0.5'

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['203.0.113.7:51234', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1%eth0'],
  // What is no address must not count as one more client.
  ['unknown', proxy],
  ['_hidden', proxy],
  ['999.1.1.1', proxy],
  ['203.0.113.7:1:2', proxy],
  ['[not an address]', proxy],
  ["'; drop table --", proxy],
  ['x'.repeat(8_000), proxy],
  ['', proxy],
  [undefined, proxy],
])('a client that is named %s counts as %s', (named, address) => {
  expect(clientAddress(named, proxy)).toBe(address)
})
