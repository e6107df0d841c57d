import bcrypt from 'bcryptjs'

export type PasswordTask = { password: string; hash?: string }

/** OWASP's minimum for bcrypt, and the most that two cores can do for twenty sign-ins a second. */
const rounds = 10

/** Runs in a worker thread. It compares the password with the hash, or creates a hash when none is given. */
export default ({ password, hash }: PasswordTask): Promise<string | boolean> =>
  hash === undefined ? bcrypt.hash(password, rounds) : bcrypt.compare(password, hash)
