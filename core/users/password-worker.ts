import bcrypt from 'bcryptjs'

export type PasswordTask = { password: string; hash?: string }

/** Runs in a worker thread: with a hash it compares, without one it makes one. */
export default ({ password, hash }: PasswordTask): Promise<string | boolean> =>
  hash === undefined ? bcrypt.hash(password, 11) : bcrypt.compare(password, hash)
