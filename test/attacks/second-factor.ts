import { codeFrom, setUpSecondFactor } from '../support/second-factor.ts'
import { type Attack, mustHold } from './attack.ts'
import { password, type Target } from './target.ts'

type FirstStep = { token?: string; secondFactor?: { token: string } }

/** A moderator with two-step sign-in, whose password the attacker knows. Their code of the next step is unused. */
async function moderatorWithFactor(target: Target) {
  const moderator = await target.somebody('moderator')
  return { ...moderator, ...(await setUpSecondFactor(moderator.api)) }
}

async function firstStep({ anonymous }: Target, email: string) {
  const { status, body, headers } = await anonymous.post<FirstStep>('/api/auth/login', { email, password })
  return { status, token: body.secondFactor?.token ?? '', session: body.token, headers }
}

const secondStep = ({ anonymous }: Target, token: string, code: string) =>
  anonymous.post('/api/auth/login/code', { token, code })

/** How many of the answers signed somebody in. */
const letIn = (answers: { status: number }[]) => answers.filter(({ status }) => status === 200).length

/** Who has the password, and not the phone. */
export const secondFactor: Attack[] = [
  {
    item: 'A9',
    title: 'the password of a moderator with two-step sign-in',
    run: async (target) => {
      const { email } = await moderatorWithFactor(target)
      const { status, token, session, headers } = await firstStep(target, email)
      mustHold(status === 202 && !session, `the password alone is answered ${status}`)
      mustHold(!/session/.test(headers.getSetCookie().join()), 'the password alone sets a session cookie')
      const ways: Record<string, string>[] = [
        { authorization: `Bearer ${token}` },
        { cookie: `deskbridge_session=${token}` },
      ]
      for (const way of ways) {
        const answer = await target.anonymous.call('GET', '/api/auth/me', undefined, way)
        mustHold(answer.status === 401, `what the first step gives opens the desk (${answer.status})`)
      }
      return 'the password alone opens nothing, nor does what the first step answers (401)'
    },
  },
  {
    item: 'A9',
    title: 'a code or a recovery code that somebody has seen',
    run: async (target) => {
      const { email, key, codes } = await moderatorWithFactor(target)
      const { token } = await firstStep(target, email)
      const code = codeFrom(key, 1)
      const atOnce = await Promise.all([code, code, code].map((one) => secondStep(target, token, one)))
      mustHold(letIn(atOnce) === 1, `of three who send a code at once, ${letIn(atOnce)} get in`)
      const again = await secondStep(target, (await firstStep(target, email)).token, code)
      mustHold(again.status === 400, `a used code is answered ${again.status}`)
      const recovery = codes[0] ?? ''
      const both = await Promise.all([recovery, recovery].map((one) => secondStep(target, token, one)))
      mustHold(letIn(both) === 1, `of two who send a recovery code at once, ${letIn(both)} get in`)
      const third = await secondStep(target, token, recovery)
      mustHold(third.status === 400, `a used recovery code is answered ${third.status}`)
      return 'each works once, also for several who send it at once'
    },
  },
  {
    item: 'A9',
    title: 'guessing codes',
    run: async (target) => {
      const { email } = await moderatorWithFactor(target)
      const statuses: number[] = []
      for (let tries = 0; tries < 10; tries++) {
        // The right password again and again gives no further tries.
        const { token } = await firstStep(target, email)
        statuses.push((await secondStep(target, token, `00000${tries}`)).status)
      }
      const tried = statuses.filter((status) => status === 400).length
      mustHold(tried > 0, `the first wrong code is answered ${statuses[0]}`)
      mustHold(tried <= 6, `${tried} of 10 wrong codes are tried at once`)
      mustHold(statuses.at(-1) === 429, `the last of them is answered ${statuses.at(-1)}`)
      return `after ${tried} wrong codes the next ones have to wait (429), whoever has the password`
    },
  },
]
