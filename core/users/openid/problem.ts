export const openIdProblems = [
  'cancelled',
  'expired',
  'unreachable',
  'untrusted',
  'unconfirmed-address',
  'domain',
  'workspace',
  'sign-up',
  'deactivated',
] as const
/** Why somebody was not signed in by another provider. The log-in page has the words. */
export type OpenIdProblem = (typeof openIdProblems)[number]

/** @property message for the log; it holds no secret */
export class OpenIdRefusal extends Error {
  problem: OpenIdProblem

  constructor(problem: OpenIdProblem, message: string = problem) {
    super(message)
    this.problem = problem
  }
}
