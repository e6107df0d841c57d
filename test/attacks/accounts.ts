import type { ApiClient } from '../support/api-client.ts'
import { waitFor } from '../support/wait-for.ts'
import { type Attack, mustHold } from './attack.ts'
import { fileTicket } from './file-ticket.ts'
import { password, type Target } from './target.ts'

const logIn = (api: ApiClient, email: string, given: string) =>
  api.post<{ token: string }>('/api/auth/login', { email, password: given })

/** The secret of the newest link that was mailed to an address. */
const linkTo = (target: Target, email: string) =>
  waitFor(async () => /\/welcome#([\w-]+)/.exec((await target.lettersTo(email))[0]?.text ?? '')?.[1], {
    what: `a link for ${email}`,
    timeoutMs: 30_000,
  })

/** Who takes over an account, or keeps what is no longer theirs. */
export const accounts: Attack[] = [
  {
    item: 'A3',
    title: 'an account that was made for its later owner',
    run: async (target) => {
      const email = 'victim@example.com'
      const theirs = 'attacker knows 4711 this'
      await target.anonymous.post('/api/auth/signup', { email, name: 'Victim', password: theirs })
      const token = await linkTo(target, email)
      // The owner opens the link and, where the desk allows it, chooses nothing.
      const confirmed = await target.anonymous.post('/api/auth/redeem', { token })
      const own = 'owner chose otter 22 this'
      if (confirmed.status !== 200) await target.anonymous.post('/api/auth/redeem', { token, password: own })
      const { status } = await logIn(target.anonymous, email, theirs)
      mustHold(status !== 200, 'the password of whoever signed up opens the confirmed account')
      const owner = await logIn(target.anonymous, email, own)
      mustHold(owner.status === 200, `the owner’s own password is answered ${owner.status}`)
      return `the password of whoever signed up is refused (${status}) once the owner has confirmed`
    },
  },
  {
    item: 'A6',
    title: 'somebody who is no moderator any more reads on',
    run: async (target) => {
      const [requester, leaver] = [await target.somebody('user'), await target.somebody('moderator')]
      const place = await fileTicket(requester, 'My salary is wrong')
      const claimed = await leaver.api.post(`${place}/claim`)
      mustHold(claimed.status === 200, `claiming is answered ${claimed.status}`)
      await leaver.api.post(`${place}/watch`)
      await target.admin.api.post('/api/auth/update-user', { id: leaver.id, role: 'user' })
      await requester.api.post(`${place}/comments`, { body: 'My account is 4711.', visibility: 'public' })
      const again = await target.signIn(leaver.email)
      const isShut = await waitFor(
        async () => {
          const { status } = await again.api.get(`${place}/comments`)
          return status === 404 || undefined
        },
        { what: 'the end of their access', timeoutMs: 45_000 },
      ).catch(() => false)
      mustHold(isShut, 'who claimed it as a moderator reads later comments as a user')
      return 'who claimed and watched it as a moderator finds nothing there as a user (404)'
    },
  },
  {
    item: 'A9',
    title: 'passwords that everybody tries first',
    run: async (target) => {
      const email = 'guess.me@example.com'
      await target.anonymous.post('/api/auth/signup', { email, name: 'Guess Me' })
      const token = await linkTo(target, email)
      const weak = [
        ...['password1234', 'qwertyuiop12', '123456789012', 'iloveyou1234'],
        ...[email, 'guess.me.guess.me', 'deskbridge123'],
      ]
      for (const bad of weak) {
        const { status } = await target.anonymous.post('/api/auth/redeem', { token, password: bad })
        mustHold(status === 400, `“${bad}” is answered ${status}`)
      }
      const { status } = await target.anonymous.post('/api/auth/redeem', { token, password })
      mustHold(status === 200, `a good password is answered ${status}`)
      return `${weak.length} common ones, one's own address and the desk's name are refused; a good one is taken`
    },
  },
]
