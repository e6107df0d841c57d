import express, { type RequestHandler } from 'express'
import type { Desk } from '../core/desk.ts'
import type { Health } from '../core/health.ts'
import type { Provider } from '../core/users/openid/provider.ts'
import { authenticate, callerOf } from './authenticate.ts'
import { bodyDeadline } from './body-deadline.ts'
import { compress } from './compress.ts'
import { countRequests } from './count-requests.ts'
import { docsPage } from './openapi/docs-page.ts'
import { openApiDocument } from './openapi/document.ts'
import { answerOptions, answerProblems, maxBodyBytes, noSuchRoute } from './problems.ts'
import { logByRequest, nameRequest } from './request-id.ts'
import { expressPath, handlerOf, methodsAt } from './route.ts'
import { allRoutes } from './routes/all-routes.ts'
import type { PostedMail } from './routes/inbound-mail.ts'
import type { Mailbox } from './routes/mailbox.ts'
import type { MetricsParts } from './routes/metrics.ts'
import { securityHeaders } from './security-headers.ts'
import { serveConsole } from './serve-console.ts'

export type ApiParts = {
  desk: Desk
  health: () => Promise<Health>
  mailbox?: Mailbox | undefined
  inboundMail?: PostedMail | undefined
  /** other services that people can sign in with */
  providers?: Provider[] | undefined
  /** handles Slack's HTTP requests; it reads the body itself, because the signature covers the raw bytes */
  slack?: RequestHandler | undefined
  /** the metrics, and the token for /metrics */
  metrics?: MetricsParts | undefined
  consoleFolder?: string | undefined
  /** serve only health, metrics and Slack's requests, because another process serves the rest */
  onlyOperations?: boolean
  /** number or addresses of the proxies in front of the desk; X-Forwarded-For is ignored when it is 0 */
  trustProxy: number | string[]
  secureCookies: boolean
}

/** Builds the Express app. The caller starts listening. */
export function createApi({
  desk,
  health,
  mailbox,
  inboundMail,
  providers,
  slack,
  metrics,
  consoleFolder,
  onlyOperations = false,
  trustProxy,
  secureCookies,
}: ApiParts) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', trustProxy)
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.use(nameRequest, bodyDeadline)
  if (metrics) app.use(countRequests(metrics.metrics))
  if (slack) app.use(slack)
  app.use(securityHeaders(secureCookies), compress())
  app.use('/api', noStore)

  const signedIn = authenticate(desk, secureCookies)
  const routes = allRoutes({ desk, health, mailbox, inboundMail, metrics, providers, secureCookies }).filter(
    ({ tag }) => !onlyOperations || tag === 'Operations',
  )
  const readBody = {
    public: [express.json({ limit: maxBodyBytes.public }), assertJson],
    'signed-in': [express.json({ limit: maxBodyBytes['signed-in'] }), assertJson],
  }
  const methodsOf = methodsAt(routes)
  app.use(answerOptions(methodsOf))
  for (const definition of routes) {
    const { method, path, access, upload } = definition
    // The body is read only once the caller is known, since strangers may send only little.
    const callers = access === 'signed-in' ? [signedIn] : []
    const body = path.startsWith('/api/') && !upload ? readBody[access] : []
    app[method](expressPath(path), ...callers, ...body, logByRequest, handlerOf(definition, callerOf))
  }
  app.use(docsPage(openApiDocument(routes)))
  if (consoleFolder) app.use(serveConsole(consoleFolder))
  app.use(noSuchRoute(methodsOf))
  app.use(answerProblems(desk.log))
  return app
}

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store')
  next()
}

/** Rejects bodies that are not JSON, which would otherwise look like a missing body. */
const assertJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length']) > 0
  next(
    hasBody && request.body === undefined
      ? Object.assign(new Error(), { status: 415, type: 'not.json' })
      : undefined,
  )
}
