const load = /; has \d+ of \d+ tickets(?:; longest since the last assignment)?$/

/** What choose-assignee.ts gives as its reason, as people who are not staff see it: without how much moderators have. */
export const withoutLoads = (reason: string): string =>
  reason.replace(load, '').replace('Every moderator on duty is at capacity.', 'Nobody is free at the moment.')
