import { isIP } from 'node:net'
import type { Request } from 'express'
import type { Origin } from '../core/audit/audit-entry.ts'
import { sourceOf } from './intake-key.ts'

const maxAgentLength = 200

/**
 * The client's network address. Some proxies add the client's port, which differs for each connection. Text that is not
 * an address is ignored.
 * @param named as Express reads it from `X-Forwarded-For` @param peer who is connected
 */
export function clientAddress(named: string | undefined, peer: string | undefined): string {
  const bare = (named ?? '').replace(/^\[([^\]]*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2')
  return (isIP(bare) ? bare : (peer ?? '')).replace(/^::ffff:(?=\d+\.)/, '')
}

/** The client's network address. Forwarded addresses count only if a proxy is configured. */
export const addressOf = ({ ip, socket }: Request): string => clientAddress(ip, socket.remoteAddress)

export const originOf = (request: Request): Origin => ({
  surface: sourceOf(request),
  address: addressOf(request) || null,
  agent: request.headers['user-agent']?.slice(0, maxAgentLength) ?? null,
})

/** The ticket that a request acts on, and where the request came from. */
export const actionRequest = (request: Request, id: string) =>
  ({ id, surface: sourceOf(request), address: addressOf(request) }) as const
