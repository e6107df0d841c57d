import { createHash, createPublicKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import jwt from 'jsonwebtoken'

/** How the provider misbehaves, until told otherwise. */
export type Fault =
  | 'wrong nonce'
  | 'wrong audience'
  | 'wrong issuer'
  | 'no signature'
  | 'symmetric signature'
  | 'foreign key'
  | 'expired'
  | 'slow'
  | 'broken'
  | 'mix-up'

export type ProviderOptions = {
  clientId: string
  clientSecret: string
  redirectUri: string
  scopes?: string[]
}

type Granted = { challenge: string; nonce: string; redirectUri: string; claims: object }

const kid = 'key-1'
const slowMs = 7_000
const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

async function bodyOf(request: IncomingMessage) {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

/**
 * A strict provider of OpenID Connect over HTTP on loopback. It checks the client, the redirect URI, PKCE and that each code
 * is used once, and signs ID tokens by RS256.
 */
export async function startOpenIdProvider(options: ProviderOptions) {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const others = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const granted = new Map<string, Granted>()
  const refused: string[] = []
  let fault: Fault | null = null
  let onlyOnce = false
  let person: object | null = null
  const calls: string[] = []

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => response.destroy(error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const json = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

  const refuse = (response: ServerResponse, status: number, error: string, why: string) => {
    refused.push(why)
    json(response, status, { error })
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', issuer)
    calls.push(`${request.method} ${url.pathname}`)
    const current = fault
    if (onlyOnce) fault = null
    if (current === 'slow') await new Promise((done) => setTimeout(done, slowMs).unref())
    if (current === 'broken') return void response.writeHead(502).end('Bad gateway')
    if (url.pathname === '/.well-known/openid-configuration') return void json(response, 200, metadata())
    if (url.pathname === '/authorize' && person)
      return void response.writeHead(303, { location: agree(url.href, person) }).end()
    if (url.pathname === '/keys') return void json(response, 200, { keys: [publicKey()] })
    if (url.pathname === '/token' && request.method === 'POST')
      return exchange(await bodyOf(request), response, current)
    response.writeHead(404).end()
  }

  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
  })

  const publicKey = () => ({
    ...createPublicKey(keys.privateKey).export({ format: 'jwk' }),
    ...{ kid, alg: 'RS256', use: 'sig' },
  })

  function exchange(body: URLSearchParams, response: ServerResponse, current: Fault | null) {
    const code = body.get('code') ?? ''
    const grant = granted.get(code)
    granted.delete(code)
    if (body.get('client_id') !== options.clientId || body.get('client_secret') !== options.clientSecret)
      return refuse(response, 401, 'invalid_client', 'the client')
    if (body.get('grant_type') !== 'authorization_code' || !grant)
      return refuse(response, 400, 'invalid_grant', 'the code')
    if (body.get('redirect_uri') !== grant.redirectUri)
      return refuse(response, 400, 'invalid_grant', 'the redirect URI')
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (challenge !== grant.challenge) return refuse(response, 400, 'invalid_grant', 'the verifier')
    json(response, 200, {
      access_token: randomBytes(16).toString('hex'),
      token_type: 'Bearer',
      id_token: idToken(grant, current),
    })
  }

  function idToken({ nonce, claims }: Granted, current: Fault | null) {
    const now = Math.floor(Date.now() / 1_000)
    const payload = {
      iss: current === 'wrong issuer' ? 'https://elsewhere.example' : issuer,
      aud: current === 'wrong audience' ? 'another client' : options.clientId,
      nonce: current === 'wrong nonce' ? 'another nonce' : nonce,
      iat: current === 'expired' ? now - 7_200 : now,
      exp: current === 'expired' ? now - 3_600 : now + 300,
      ...claims,
    }
    if (current === 'no signature') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${part({ alg: 'none' })}.${part(payload)}.`
    }
    if (current === 'symmetric signature')
      return jwt.sign(payload, options.clientSecret, { algorithm: 'HS256' })
    const key = current === 'foreign key' ? others.privateKey : keys.privateKey
    return jwt.sign(payload, key, { algorithm: 'RS256', keyid: kid })
  }

  /**
   * What the person at the provider does: reads the address that the desk sent them to, and agrees.
   * @returns where the provider sends their browser
   */
  function agree(address: string, claims: object): string {
    const url = new URL(address)
    const asked = (name: string) => textOf(url.searchParams.get(name))
    if (url.origin + url.pathname !== `${issuer}/authorize`)
      throw new Error(`Not this provider's: ${address}`)
    const wrong = [
      asked('client_id') !== options.clientId && 'client_id',
      asked('redirect_uri') !== options.redirectUri && 'redirect_uri',
      asked('response_type') !== 'code' && 'response_type',
      !asked('scope').split(' ').includes('openid') && 'scope',
      asked('code_challenge_method') !== 'S256' && 'code_challenge_method',
      asked('code_challenge').length !== 43 && 'code_challenge',
      asked('state').length < 32 && 'state',
      asked('nonce').length < 32 && 'nonce',
    ].filter(Boolean)
    if (wrong.length > 0) throw new Error(`The provider refuses: ${wrong.join(', ')}`)
    const code = randomBytes(16).toString('hex')
    const redirectUri = asked('redirect_uri')
    granted.set(code, { challenge: asked('code_challenge'), nonce: asked('nonce'), redirectUri, claims })
    const iss = fault === 'mix-up' ? 'https://elsewhere.example' : issuer
    return `${redirectUri}?${new URLSearchParams({ code, state: asked('state'), iss })}`
  }

  return {
    issuer,
    agree,
    refused,
    calls,
    /** From now on this person is signed in there, and agrees at once. */
    signIn: (claims: object) => {
      person = claims
    },
    /** @param once only for the next call */
    fail: (next: Fault | null, { once = false } = {}) => {
      fault = next
      onlyOnce = once
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
