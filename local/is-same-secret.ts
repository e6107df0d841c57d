import { createHash, timingSafeEqual } from 'node:crypto'

/** Compares what was given with a secret, in the same time wherever they differ. */
export function isSameSecret(given: string, secret: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(given), hash(secret))
}
