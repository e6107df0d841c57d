const pollMs = 5_000

/** Open pages look again every 5 s while they are visible; a list of n loaded pages costs n requests, so n times as rarely. */
export const pollEvery = (pages = 1) => pollMs * Math.max(1, pages)
