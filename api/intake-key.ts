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
    .describe('a request that is sent again with the same key does nothing new'),
})

/** Names a request. Sent again with the same `Idempotency-Key`, it has the same name; without one, a new name. */
export function intakeKey(request: Request, what: string): string {
  const given = checkInput(intakeHeaders, request.headers)['idempotency-key']
  return `api:${what}:${callerOf(request).user._id}:${given ?? randomUUID()}`
}

/** The console sends a header of its own; every other client counts as a program. */
export const sourceOf = (request: Request) => (request.headers['x-deskbridge-console'] ? 'web' : 'api')
