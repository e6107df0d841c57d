import { setTimeout as sleep } from 'node:timers/promises'
import * as openid from 'openid-client'
import { type Identity, identityOf } from './identity.ts'
import { OpenIdRefusal } from './problem.ts'

/**
 * @property id part of its addresses at the desk
 * @property name on the button: "Sign in with <name>"
 * @property domains whose addresses may sign in; null: all
 * @property slackTeam id of the workspace, for Slack as the provider; it may have to be asked for
 */
export type ProviderSettings = {
  id: string
  name: string
  issuer: string
  clientId: string
  clientSecret: string
  domains: string[] | null
  slackTeam?: () => Promise<string>
}

/** What ties an answer to the browser that asked. */
export type Checks = { state: string; nonce: string; verifier: string }

const timeoutSeconds = 5
const cachedMs = 3_600_000
const maxTries = 3
const retryAfterMs = 200

export const callbackPath = (id: string) => `/api/auth/openid/${id}/callback`

/**
 * A provider of OpenID Connect, used by the code flow with PKCE, state and nonce (RFC 9700, 2.1). ID tokens are checked
 * against the provider's keys. Each call has 5 s.
 */
export function createProvider(settings: ProviderSettings, appUrl: string) {
  const redirectUri = `${appUrl}${callbackPath(settings.id)}`
  let discovered: { configuration: Promise<openid.Configuration>; at: number } | null = null

  /** Asked once an hour, and again after a failure. */
  function configuration() {
    if (discovered && Date.now() - discovered.at < cachedMs) return discovered.configuration
    const asked = { configuration: discover(settings), at: Date.now() }
    asked.configuration.catch(() => {
      if (discovered === asked) discovered = null
    })
    discovered = asked
    return asked.configuration
  }

  /** Where to send the browser. @throws OpenIdRefusal when the provider can't be reached */
  async function authorizationUrl({ state, nonce, verifier }: Checks): Promise<URL> {
    const found = await configuration().catch(refuse)
    return openid.buildAuthorizationUrl(found, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
  }

  /**
   * Exchanges the code for an ID token. A code works once, so this is never repeated.
   * @param query of the address to which the provider sent the browser back
   * @throws OpenIdRefusal
   */
  async function identify(query: string, { state, nonce, verifier }: Checks): Promise<Identity> {
    try {
      const url = new URL(`${redirectUri}?${query}`)
      const found = await configuration()
      const tokens = await openid.authorizationCodeGrant(found, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      // Some providers put the address only here (OpenID Connect Core 1.0, 5.4).
      const more =
        claims && claims.email === undefined && found.serverMetadata().userinfo_endpoint
          ? await openid.fetchUserInfo(found, tokens.access_token, claims.sub)
          : {}
      return identityOf({ ...more, ...claims })
    } catch (error) {
      return refuse(error)
    }
  }

  const { id, name, domains, slackTeam } = settings
  return { id, name, domains, slackTeam, appUrl, authorizationUrl, identify }
}

export type Provider = ReturnType<typeof createProvider>

const discover = ({ issuer, clientId, clientSecret }: ProviderSettings) =>
  openid.discovery(new URL(issuer), clientId, clientSecret, clientAuthentication(clientSecret), {
    timeout: timeoutSeconds,
    [openid.customFetch]: fetchPatiently,
    execute: [
      openid.enableNonRepudiationChecks,
      // Only loopback has http: the configuration refuses it elsewhere.
      ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
    ],
  })

/** In the body if the provider takes that, else in the header, which all have to take (OpenID Connect Discovery 1.0, 3). */
const clientAuthentication =
  (secret: string): openid.ClientAuth =>
  (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? []
    const authenticate = methods.includes('client_secret_post')
      ? openid.ClientSecretPost
      : openid.ClientSecretBasic
    return authenticate(secret)(server, ...rest)
  }

/** Repeats what only reads, within the deadline of the first try. */
const fetchPatiently: openid.CustomFetch = async (url, options) => {
  const maySend = options.method === 'GET' ? maxTries : 1
  for (let tries = 1; ; tries++) {
    const isLast = tries >= maySend || options.signal?.aborted === true
    const answer = await fetch(url, options as RequestInit).catch((error: unknown) => {
      if (isLast || options.signal?.aborted) throw error
      return null
    })
    if (answer && (isLast || answer.status < 500)) return answer
    await answer?.body?.cancel()
    await sleep(retryAfterMs * tries)
  }
}

/** Messages of the library name no secret, but answers of the provider may hold anything, so only codes are kept. */
function refuse(error: unknown): never {
  if (error instanceof OpenIdRefusal) throw error
  if (error instanceof openid.AuthorizationResponseError)
    throw new OpenIdRefusal(afterAuthorization[error.error] ?? 'untrusted', 'The provider refused.')
  if (error instanceof openid.ResponseBodyError && error.status < 500)
    throw new OpenIdRefusal('untrusted', 'The provider refused the exchange of the code.')
  const reason = error instanceof Error ? error.message : 'unknown'
  throw new OpenIdRefusal(isOutage(error) ? 'unreachable' : 'untrusted', reason.slice(0, 200))
}

/** RFC 6749, 4.1.2.1 */
const afterAuthorization: Record<string, 'cancelled' | 'unreachable'> = {
  access_denied: 'cancelled',
  temporarily_unavailable: 'unreachable',
  server_error: 'unreachable',
}

function isOutage(error: unknown): boolean {
  if (error instanceof openid.ResponseBodyError) return error.status >= 500
  if (error instanceof openid.ClientError) return error.code === 'OAUTH_TIMEOUT' || isOutage(error.cause)
  if (error instanceof Response) return error.status >= 500
  // What fetch throws for a lost connection, and for the end of the deadline.
  return error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')
}
