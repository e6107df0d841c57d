import { Secret, TOTP } from 'otpauth'

/** What every authenticator app understands (RFC 6238, and Google's key URI format): SHA-1, 6 digits, 30 s. */
const common = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** How many steps a phone's clock may be off, in either direction (RFC 6238, 5.2). */
const window = 1

/** @returns 160 random bits as base32 (RFC 4226, 4) */
export const newTotpKey = () => new Secret({ size: 20 }).base32

/** The content of the QR code. @param account tells the person's accounts apart in the app */
export const totpUri = (key: string, account: string) =>
  new TOTP({ ...common, issuer: 'Deskbridge', label: account, secret: Secret.fromBase32(key) }).toString()

/**
 * Checks a code of the authenticator app.
 * @param lastStep codes of this time step and of earlier ones were used or passed over
 * @returns the code's time step, or null for a wrong or an old code
 */
export function acceptedStep(key: string, code: string, lastStep: number, at: Date): number | null {
  const totp = new TOTP({ ...common, secret: Secret.fromBase32(key) })
  const timestamp = at.getTime()
  const delta = totp.validate({ token: code, timestamp, window })
  if (delta === null) return null
  const step = totp.counter({ timestamp }) + delta
  return step > lastStep ? step : null
}
