const capacity = /has capacity again; /
const load = /; has \d+ of \d+ tickets(?:; (?:longest since the last assignment|solves this kind well))?$/
const noCapacity =
  /(?:Every moderator on duty is at|Nobody else on duty has) capacity\.|Nobody on duty claimed it in time\./

/** What assignment-reason.ts gives as the reason, as people who are not staff see it: without how much moderators have. */
export const withoutLoads = (reason: string): string =>
  reason.replace(capacity, '').replace(load, '').replace(noCapacity, 'Nobody is free at the moment.')
