/**
 * How long writers that read the old value may still commit after a change, in milliseconds: sessions and lists are
 * cached for a second, and a write to the database fails after half a minute.
 */
export const staleWriteWindowMs = 35_000
