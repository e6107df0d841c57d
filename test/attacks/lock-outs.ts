import { type Answer, apiClient } from '../support/api-client.ts'
import { type Attack, mustHold } from './attack.ts'
import { password, type Target } from './target.ts'

const tryPassword = ({ anonymous }: Target, email: string) =>
  anonymous.post('/api/auth/login', { email, password: 'wrong password 12' })

/** Who shuts others out. Afterwards, log-ins from this machine have to wait. */
export const lockOuts: Attack[] = [
  {
    item: 'A5',
    title: 'wrong log-ins keep the owner out',
    run: async (target) => {
      const owner = await target.somebody('user')
      const known = await browserOf(target.url, owner.email)
      for (let tries = 0; tries < 15; tries++) await tryPassword(target, owner.email)
      const { status } = await known.logIn()
      mustHold(status === 200, `after 15 wrong log-ins elsewhere the owner's browser is answered ${status}`)
      return 'after 15 wrong log-ins elsewhere the owner still signs in with a browser that was signed in before'
    },
  },
  {
    item: 'A5',
    title: 'wrong log-ins keep a whole office out',
    run: async (target) => {
      const colleague = await target.somebody('user')
      const known = await browserOf(target.url, colleague.email)
      for (let tries = 0; tries < 110; tries++) await tryPassword(target, `nobody.${tries}@example.com`)
      const { status } = await known.logIn()
      mustHold(status === 200, `after 110 wrong log-ins from one address a colleague is answered ${status}`)
      return 'after 110 wrong log-ins from one address a colleague there still signs in'
    },
  },
]

/** A browser with its cookies, in which somebody has signed in once. */
async function browserOf(url: string, email: string) {
  const jar = new Map<string, string>()
  const api = apiClient(url)
  async function enter(): Promise<Answer> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await api.post('/api/auth/login', { email, password }, cookie ? { cookie } : {})
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return answer
  }
  await enter()
  return { logIn: enter }
}
