import { randomUUID } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import { checkInput } from '../core/check-input.ts'
import { callerOf } from './authenticate.ts'

export const intakeHeaders = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, 'Use 1 to 200 visible ASCII characters.')
    .optional()
    .describe('makes a repeated request safe: the same key gives the same result'),
})

/** A key for a request. Requests with the same `Idempotency-Key` by the same user share it; others get a new one. */
export function intakeKey(request: Request, what: string): string {
  const given = checkInput(intakeHeaders, request.headers)['idempotency-key']
  return `api:${what}:${callerOf(request).user._id}:${given ?? randomUUID()}`
}

/** The console identifies itself with a header. All other clients count as API clients. */
export const sourceOf = (request: Request) => (request.headers['x-deskbridge-console'] ? 'web' : 'api')
