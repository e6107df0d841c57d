import type { RequestHandler } from 'express'
import type { Metrics } from '../core/metrics/metrics.ts'

/** Counts each request when its response has ended. */
export const countRequests =
  ({ answered }: Pick<Metrics, 'answered'>): RequestHandler =>
  (request, response, next) => {
    const startedAt = performance.now()
    response.once('close', () => {
      const isStream = String(response.getHeader('content-type')).startsWith('text/event-stream')
      const route = typeof request.route?.path === 'string' ? request.route.path : 'other'
      const labels = { method: request.method, route, status: String(response.statusCode) }
      answered(labels, isStream ? null : (performance.now() - startedAt) / 1_000)
    })
    next()
  }
