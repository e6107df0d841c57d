import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { type Health, healthSchema } from '../../core/health.ts'
import { route } from '../route.ts'

const up = (detail: string) => ({ state: 'up', detail })

const statusSchema = z.object({ status: z.enum(['ok', 'unavailable']) })

export const healthRoutes = ({ askDatabase }: Pick<Desk, 'askDatabase'>, health: () => Promise<Health>) => [
  route({
    method: 'get',
    path: '/api/health',
    summary: 'State of each service, and how much is pending',
    tag: 'Operations',
    access: 'public',
    successes: {
      200: {
        description: 'Always 200: the desk answers, whatever waits.',
        schema: healthSchema,
        example: {
          status: 'ok',
          services: {
            database: up('answers'),
            inngest: up('the worker is connected'),
            mail: up('takes mail'),
            slack: up('connected'),
            discord: up('connected'),
            gemini: up('gemini-3.5-flash-lite'),
          },
          owed: { documents: 0, oldestSeconds: 0 },
        },
      },
    },
    refusals: [],
    handle: async () => ({ status: 200, body: await health() }),
  }),
  route({
    method: 'get',
    path: '/api/health/live',
    summary: 'Whether this process answers: if not, start it anew',
    tag: 'Operations',
    access: 'public',
    successes: { 200: { description: 'It does.', schema: statusSchema, example: { status: 'ok' } } },
    refusals: [],
    handle: () => ({ status: 200, body: { status: 'ok' } }),
  }),
  route({
    method: 'get',
    path: '/api/health/ready',
    summary: 'Whether this process can be sent requests: the database answers it',
    tag: 'Operations',
    access: 'public',
    successes: {
      200: { description: 'It can.', schema: statusSchema, example: { status: 'ok' } },
      503: {
        description: 'Not now: the database does not answer.',
        schema: statusSchema,
        example: { status: 'unavailable' },
      },
    },
    refusals: [],
    handle: () =>
      askDatabase().then(
        () => ({ status: 200, body: { status: 'ok' } }),
        () => ({ status: 503, body: { status: 'unavailable' } }),
      ),
  }),
]
