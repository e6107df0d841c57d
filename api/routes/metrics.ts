import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import { forbidden, unauthenticated } from '../../core/errors.ts'
import type { Metrics } from '../../core/metrics/metrics.ts'
import { route } from '../route.ts'

/** Without a `token`, only this machine may read the metrics. */
export type MetricsParts = { metrics: Pick<Metrics, 'text' | 'answered'>; token: string | undefined }

const loopback = /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/
const digest = (text: string) => createHash('sha256').update(text).digest()

/**
 * Forwarded requests do not count as local, because a proxy on this machine connects from loopback too. Nor do those for a
 * name, which a web page may have made lead here (DNS rebinding).
 */
const isLocal = (request: Request) =>
  loopback.test(request.socket.remoteAddress ?? '') &&
  /^(?:localhost|[\d.]+|\[[^\]]*\])(?::\d+)?$/i.test(request.headers.host ?? '') &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined

function assertScraper(request: Request, token: string | undefined) {
  if (token === undefined) {
    if (!isLocal(request)) throw forbidden('Metrics are for this machine, unless DESK_METRICS_TOKEN is set.')
    return
  }
  const given = request.headers.authorization?.match(/^Bearer (.+)$/i)?.[1] ?? ''
  if (!timingSafeEqual(digest(given), digest(token))) throw unauthenticated('Send the metrics token.')
}

/** Metrics for Prometheus: https://prometheus.io/docs/instrumenting/exposition_formats/ */
export const metricsRoutes = ({ metrics, token }: MetricsParts) => [
  route({
    method: 'get',
    path: '/metrics',
    summary:
      'Metrics of this process for Prometheus: from this machine, or with DESK_METRICS_TOKEN as bearer',
    tag: 'Operations',
    access: 'public',
    successes: {
      200: {
        description: 'The text format.',
        contentType: 'text/plain',
        schema: z.string(),
        example: '# TYPE desk_stream_listeners gauge\ndesk_stream_listeners 3\n',
      },
    },
    refusals: ['unauthenticated', 'forbidden'],
    handle: async ({ request }) => {
      assertScraper(request, token)
      const { contentType, body } = await metrics.text()
      return {
        status: 200,
        stream: async (response) => {
          response.type(contentType).send(body)
        },
      }
    },
  }),
]
