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
    summary: 'State of each service, and how much work is pending',
    tag: 'Operations',
    access: 'public',
    successes: {
      200: {
        description: 'Always 200, even while a service is down.',
        schema: healthSchema,
        example: {
          status: 'ok',
          services: {
            database: up('answers'),
            inngest: up('the worker is connected'),
            mail: up('takes mail'),
            'mail-in': up('reads the mailbox'),
            slack: up('connected'),
            discord: up('connected'),
            gemini: up('gemini-3.5-flash-lite'),
          },
          pending: { documents: 0, oldestSeconds: 0 },
        },
      },
    },
    refusals: [],
    handle: async () => ({ status: 200, body: await health() }),
  }),
  route({
    method: 'get',
    path: '/api/health/live',
    summary: 'Liveness: restart the process when this does not answer',
    tag: 'Operations',
    access: 'public',
    successes: {
      200: { description: 'The process is alive.', schema: statusSchema, example: { status: 'ok' } },
    },
    refusals: [],
    handle: () => ({ status: 200, body: { status: 'ok' } }),
  }),
  route({
    method: 'get',
    path: '/api/health/ready',
    summary: 'Readiness: whether the database answers this process',
    tag: 'Operations',
    access: 'public',
    successes: {
      200: { description: 'Ready for requests.', schema: statusSchema, example: { status: 'ok' } },
      503: {
        description: 'Not ready: the database does not answer.',
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
