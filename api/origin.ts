import type { Request } from 'express'
import type { Origin } from '../core/audit/audit-entry.ts'
import { sourceOf } from './intake-key.ts'

const longestAgent = 200

/** The client's network address. Forwarded addresses count only if a proxy is configured. */
export const addressOf = (request: Request): string => (request.ip ?? '').replace(/^::ffff:(?=\d+\.)/, '')

export const originOf = (request: Request): Origin => ({
  surface: sourceOf(request),
  address: addressOf(request) || null,
  agent: request.headers['user-agent']?.slice(0, longestAgent) ?? null,
})

/** The ticket that a request acts on, and where the request came from. */
export const actionRequest = (request: Request, id: string) =>
  ({ id, surface: sourceOf(request), address: addressOf(request) }) as const
