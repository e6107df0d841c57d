import { type Health, healthSchema } from '../../core/health.ts'
import { route } from '../route.ts'

const up = (detail: string) => ({ state: 'up', detail })

export const healthRoutes = (health: () => Promise<Health>) => [
  route({
    method: 'get',
    path: '/api/health',
    summary: 'How each service is, and how much is still owed',
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
]
