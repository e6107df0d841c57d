import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { unsubscribeStyleHash } from './unsubscribe-page.ts'

/** The console loads nothing from other origins. Pictures in tickets open in a tab of their own. */
const directives = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'"],
  styleSrc: ["'self'", unsubscribeStyleHash],
  scriptSrc: ["'self'"],
  frameSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}

/** What the browser must not offer to the console or to anything in it. */
const permissions = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'magnetometer'],
  ...['microphone', 'midi', 'payment', 'publickey-credentials-get', 'screen-wake-lock', 'serial', 'usb'],
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ')

const withPolicy = (more: object = {}) => ({ useDefaults: false, directives: { ...directives, ...more } })

/** @param secure tells browsers to use only HTTPS */
export function securityHeaders(secure: boolean): RequestHandler[] {
  return [
    helmet({ contentSecurityPolicy: withPolicy(), strictTransportSecurity: secure }),
    (_request, response, next) => {
      response.set('Permissions-Policy', permissions)
      next()
    },
  ]
}

/** Swagger UI draws its icons from `data:` addresses. */
export const docsPolicy = helmet.contentSecurityPolicy(withPolicy({ imgSrc: ["'self'", 'data:'] }))

/**
 * For a mail, which the mailbox shows in a frame. It may only style itself: it runs no script, loads nothing and sends
 * no form, even when somebody opens it on its own. Links open in a new tab.
 */
export const mailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
