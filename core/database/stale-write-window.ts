/**
 * Writers that read the old value may still commit for this long, in milliseconds. Caches of sessions and lists are up
 * to a second old, and a write times out after 30 s.
 */
export const staleWriteWindowMs = 35_000
