/** How often a visible page looks again for what the desk's stream does not tell of. */
export const otherPollMs = 10_000
