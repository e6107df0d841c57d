/** What is left of an allowance, and when that was counted, in milliseconds since 1970. It may be below zero. */
export type Bucket = { level: number; at: number }

/** How long an empty bucket takes to fill up, whatever its size. */
export const fillsInMs = 10 * 60_000

/** @returns the bucket as it is at `now`: it fills evenly, up to its size */
export const refilled = ({ level, at }: Bucket, size: number, now: number): Bucket => ({
  level: Math.min(size, level + (Math.max(0, now - at) * size) / fillsInMs),
  at: Math.max(at, now),
})

/** @returns the seconds until the bucket holds a whole token again, at least one */
export const secondsUntilOne = (level: number, size: number) =>
  Math.max(1, Math.ceil(((1 - level) * fillsInMs) / size / 1_000))
