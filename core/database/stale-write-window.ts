/**
 * Writers that read the old value may still commit for this long: caches of sessions and lists are up to a second old,
 * and a write fails after half a minute. In milliseconds.
 */
export const staleWriteWindowMs = 35_000
