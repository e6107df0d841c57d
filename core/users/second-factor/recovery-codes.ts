import { randomInt } from 'node:crypto'
import type { PasswordHasher } from '../sign-in/password-hasher.ts'

const howMany = 10
const length = 10
/** Without letters and digits that look alike. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

const newCode = () => Array.from({ length }, () => letters[randomInt(letters.length)]).join('')
const shown = (code: string) => `${code.slice(0, length / 2)}-${code.slice(length / 2)}`

/**
 * Makes ten recovery codes. They have fewer than 112 bits, so they are hashed like passwords (OWASP ASVS 5.0, 6.5.2).
 * @returns the codes to show once, and the hashes to store
 */
export async function newRecoveryCodes(passwords: Pick<PasswordHasher, 'hash'>) {
  const codes = Array.from({ length: howMany }, newCode)
  return { codes: codes.map(shown), hashes: await Promise.all(codes.map((code) => passwords.hash(code))) }
}

/** @param code as `readTypedCode` returns it @returns the stored hash of this code, or null */
export async function hashOfRecoveryCode(
  passwords: Pick<PasswordHasher, 'matches'>,
  code: string,
  hashes: string[],
): Promise<string | null> {
  if (code.length !== length) return null
  const matches = await Promise.all(hashes.map((hash) => passwords.matches(code, hash)))
  return hashes.find((_, index) => matches[index]) ?? null
}
