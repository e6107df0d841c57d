import bcrypt from 'bcryptjs'

export type PasswordTask = { password: string; hash?: string }

/** What OWASP asks of bcrypt at least, and as much as two cores can do for twenty log-ins a second. */
const rounds = 10

/** Runs in a worker thread: with a hash it compares, without one it makes one. */
export default ({ password, hash }: PasswordTask): Promise<string | boolean> =>
  hash === undefined ? bcrypt.hash(password, rounds) : bcrypt.compare(password, hash)
