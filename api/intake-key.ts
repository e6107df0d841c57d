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
    .describe('sent again with the same key, a request does nothing new'),
})

/** What a request is known by when it is sent again: the caller's own `Idempotency-Key`, else nothing else's. */
export function intakeKey(request: Request, what: string): string {
  const given = checkInput(intakeHeaders, request.headers)['idempotency-key']
  return `api:${what}:${callerOf(request).user._id}:${given ?? randomUUID()}`
}

/** The console's pages say who they are; everything else is a program. */
export const sourceOf = (request: Request) => (request.headers['x-deskbridge-console'] ? 'web' : 'api')

/** The ticket that a request acts on, and from where. */
export const act = (request: Request, id: string) => ({ id, surface: sourceOf(request) }) as const
