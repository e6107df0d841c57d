import type { OpenIdProblem } from '../../../../core/users/openid/problem.ts'

const words: Record<OpenIdProblem, string> = {
  cancelled: 'You cancelled signing in. Try again, or choose another way.',
  expired: 'Signing in took too long, or began in another browser. Try again.',
  unreachable: 'The other service doesn’t answer. Try again in a few minutes, or choose another way.',
  untrusted:
    'The desk couldn’t verify the answer of the other service. Try again. If this goes on, tell an admin.',
  'unconfirmed-address':
    'The other service hasn’t confirmed your e-mail address. Confirm it there, then try again.',
  domain: 'Your e-mail address isn’t at a domain that may sign in here. Use your work account.',
  workspace: 'This is another Slack workspace than the desk’s. Switch to the right one, then try again.',
  'sign-up': 'You don’t have an account here yet. Ask an admin to invite you.',
  deactivated: 'Your account is deactivated. Ask an admin.',
}

/** @param problem as received in the address @returns null for anything that is not a known problem */
export const providerProblem = (problem: string | null): string | null =>
  problem !== null && Object.hasOwn(words, problem) ? words[problem as OpenIdProblem] : null
