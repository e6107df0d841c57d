import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client'
import { z } from 'zod'
import type { Desk } from '../../desk.ts'
import { localPath } from '../sign-in/local-path.ts'
import { OpenIdRefusal } from './problem.ts'
import type { Provider } from './provider.ts'

export const openIdLifetimeMs = 10 * 60_000

const begunSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  until: z.number(),
})
type Begun = z.infer<typeof begunSchema>

/**
 * Begins to sign in with a provider.
 * @param next path of the console to continue to
 * @returns where to send the browser, and what it has to keep until it is back: sealed, so that only the desk reads it
 * @throws OpenIdRefusal when the provider can't be reached
 */
export async function beginOpenId(desk: Pick<Desk, 'signInSeal' | 'now'>, provider: Provider, next?: string) {
  const begun: Begun = {
    state: randomState(),
    nonce: randomNonce(),
    verifier: randomPKCECodeVerifier(),
    next: localPath(next),
    until: desk.now().getTime() + openIdLifetimeMs,
  }
  const url = await provider.authorizationUrl(begun)
  return { url, kept: desk.signInSeal.close(JSON.stringify(begun), provider.id) }
}

/** What the browser has kept, for the answer that it brings. @throws OpenIdRefusal for another browser's or a late answer */
export function readSealedBegin(
  desk: Pick<Desk, 'signInSeal' | 'now'>,
  provider: Provider,
  kept: string,
  query: string,
): Begun {
  const opened = desk.signInSeal.open(kept, provider.id)
  const begun = opened === null ? null : begunSchema.parse(JSON.parse(opened))
  if (!begun || begun.until < desk.now().getTime()) throw new OpenIdRefusal('expired')
  if (new URLSearchParams(query).get('state') !== begun.state) throw new OpenIdRefusal('expired')
  return begun
}
