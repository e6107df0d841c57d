import { isIP } from 'node:net'
import { z } from 'zod'

const maxProxies = 10
const named = new Set(['loopback', 'linklocal', 'uniquelocal'])

/** An address, a subnet in CIDR notation, or one of Express's names for private ranges. */
function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (named.has(text)) return true
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

/**
 * Which reverse proxies to believe: how many stand in front of the desk, or their addresses. A number suffices only
 * where nobody reaches the desk except through them. See https://expressjs.com/en/guide/behind-proxies.html
 */
export const trustedProxies = z
  .string()
  .transform((text) => text.trim())
  .transform((text, context): number | string[] => {
    if (/^\d{1,2}$/.test(text) && Number(text) <= maxProxies) return Number(text)
    const networks = text.split(',').map((one) => one.trim())
    if (!networks.every(isNetwork))
      context.addIssue({
        code: 'custom',
        message: `must be a number from 0 to ${maxProxies}, or the addresses and subnets of the proxies, e.g. 10.0.0.5,fd00::/8,loopback`,
      })
    return networks
  })
