import type { Target } from './target.ts'

/** One attack on a desk. */
export type Attack = {
  /** the item of the list of promises in docs/security.md, e.g. `A4` */
  item: string
  title: string
  /** needs no account, so it can run against any desk */
  anonymous?: true
  /** @returns what was tried and how the desk answered @throws Error that says how the attack got through */
  run: (target: Target) => Promise<string>
}

/** @throws Error with `reason` when an attack got through */
export function mustHold(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new Error(reason)
}
