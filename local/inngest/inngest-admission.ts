import { createHash } from 'node:crypto'
import { isSameSecret } from '../is-same-secret.ts'

export type InngestKeys = { eventKey: string; signingKey: string }

type Asked = {
  method?: string | undefined
  url?: string | undefined
  headers: NodeJS.Dict<string | string[]>
}

/** The paths of Inngest's API that a Connect worker calls with its signing key (inngest 4, `api/api.js` and `connect`). */
const workerPaths: [method: string, path: RegExp][] = [
  ['POST', /^\/v0\/connect\/(start|flush)$/],
  ['GET', /^\/v0\/runs\/\w+\/(actions|batch)$/],
  ['POST', /^\/v1\/checkpoint\/\w+\/(steps|async)$/],
]

export const isConnectStart = ({ url }: Asked) => url === '/v0/connect/start'

/**
 * Decides whether a request may pass to Inngest, whose API asks for no key where it shows and deletes apps, and answers
 * every web page. Only what a worker needs is let through, and only with the desk's keys.
 * @param host the address that the desk uses. Another one is a web page that rebinds a name to this machine.
 * @returns null when it may, else the status of the refusal
 */
export function refusalOf(
  { method = '', url = '', headers }: Asked,
  keys: InngestKeys,
  host: string,
): 401 | 403 | 404 | null {
  const hosts = [host, host.replace('127.0.0.1', 'localhost')]
  if (headers.origin !== undefined || !hosts.includes(String(headers.host))) return 403
  if (method === 'GET' && url === '/health') return null
  const event = method === 'POST' ? /^\/e\/([^/?#]+)$/.exec(url) : null
  if (event) return isSameSecret(event[1] ?? '', keys.eventKey) ? null : 401
  if (!workerPaths.some(([allowed, path]) => method === allowed && path.test(url))) return 404
  return isSigned(headers.authorization, keys.signingKey) ? null : 401
}

/** The SDK sends the hash of the signing key. */
const isSigned = (authorization: string | string[] | undefined, signingKey: string) =>
  typeof authorization === 'string' &&
  isSameSecret(
    authorization.replace(/^Bearer (signkey-\w+-)?/, ''),
    createHash('sha256').update(Buffer.from(signingKey, 'hex')).digest('hex'),
  )
