/** How often a visible page rereads data that the stream has no events for. */
export const otherPollMs = 10_000
