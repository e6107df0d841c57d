import { isIPv6 } from 'node:net'

const groupsInPrefix = 4
const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/

/**
 * What limits count as one address: an IPv4 address, or the /64 of an IPv6 address. A single subscriber has a whole /64
 * (RFC 6177, RFC 8981), and could take another address from it for each attempt. Other texts stay as they are.
 */
export function networkOf(address: string): string {
  const bare = address.replace(/%.*$/s, '')
  if (!isIPv6(bare)) return address
  // The URL parser writes each address in one way (RFC 5952).
  const canonical = new URL(`http://[${bare}]`).hostname.slice(1, -1)
  const [, high, low] = canonical.match(mapped) ?? []
  if (high && low) return [high, low].flatMap(bytesOf).join('.')
  const [head = '', tail] = canonical.split('::')
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after]
  return `${groups.slice(0, groupsInPrefix).join(':')}::/64`
}

const bytesOf = (group: string) => {
  const value = Number.parseInt(group, 16)
  return [value >> 8, value & 0xff]
}
