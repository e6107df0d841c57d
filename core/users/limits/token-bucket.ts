/** What is left of an allowance, and when that was counted, in milliseconds since 1970. It may be below zero. */
export type Bucket = { level: number; at: number }

/** How long an empty bucket takes to fill up, whatever its size. */
export const refillMs = 10 * 60_000

/** @returns the bucket as it is at `now`: it fills evenly, up to its size */
export const refill = ({ level, at }: Bucket, size: number, now: number): Bucket => ({
  level: Math.min(size, level + (Math.max(0, now - at) * size) / refillMs),
  at: Math.max(at, now),
})

/** @returns the seconds until the bucket holds a whole token again, at least one */
export const secondsUntilToken = (level: number, size: number) =>
  Math.max(1, Math.ceil(((1 - level) * refillMs) / size / 1_000))
