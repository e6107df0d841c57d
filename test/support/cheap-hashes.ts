import bcrypt from 'bcryptjs'
import type { PasswordHasher } from '../../core/users/sign-in/password-hasher.ts'

/** bcrypt's minimum */
const rounds = 4

/**
 * Hashes 64 times as fast, for tests with many passwords and recovery codes: setting up a second factor alone hashes ten.
 * Not for tests of how long something takes.
 */
export const withCheapHashes = (passwords: PasswordHasher): PasswordHasher => ({
  ...passwords,
  hash: (password) => bcrypt.hash(password, rounds),
  matches: async (password, hash) => hash !== null && (await bcrypt.compare(password, hash)),
})
