import { Secret, TOTP } from 'otpauth'
import type { ApiClient } from './api-client.ts'

/** Somebody's authenticator app. @param steps how far its clock is ahead, in steps of 30 s */
export const codeFrom = (key: string, steps = 0, at = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at + steps * 30_000 })

/** Sets up two-step sign-in with the code of the step before, so the current one is not used yet. */
export async function setUpSecondFactor(api: Pick<ApiClient, 'post'>, at = Date.now()) {
  const path = '/api/auth/second-factor'
  const { key, setUp } = (await api.post<{ key: string; setUp: string }>(`${path}/set-up`, {})).body
  const done = await api.post<{ recoveryCodes: string[] }>(path, { setUp, code: codeFrom(key, -1, at) })
  if (done.status !== 201) throw new Error(`Setting up failed: ${JSON.stringify(done.body)}`)
  return { key, codes: done.body.recoveryCodes }
}
