import { request } from '../../shared/http/request.ts'

export type SignInProvider = { id: string; name: string }

const waitMs = 2_000
let known: Promise<SignInProvider[]> | null = null

/** The other services to sign in with, asked once. Without an answer there are none, since a password works anyway. */
export function readProviders(): Promise<SignInProvider[]> {
  known ??= request<{ providers: SignInProvider[] }>('/api/auth/providers', {
    signal: AbortSignal.timeout(waitMs),
  }).then(
    ({ providers }) => providers,
    () => {
      known = null
      return []
    },
  )
  return known
}
