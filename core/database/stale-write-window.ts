/**
 * How long after a change somebody may still write by what they read just before it: a second for which sessions and
 * lists are remembered, and the half minute after which a write to the database has failed. In milliseconds.
 */
export const staleWriteWindowMs = 35_000
