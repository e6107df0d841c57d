import { waitFor } from '../support/wait-for.ts'
import { type Attack, mustHold } from './attack.ts'
import { password, type Target } from './target.ts'

/** The secret of the newest link of one kind that was mailed to an address. @param subject of its mail */
export const mailedLink = (target: Target, email: string, subject = /./) =>
  waitFor(
    async () => {
      const letter = (await target.lettersTo(email)).find((one) => subject.test(one.subject))
      return /\/welcome#([\w-]+)/.exec(letter?.text ?? '')?.[1]
    },
    { what: `a link for ${email}`, timeoutMs: 30_000 },
  )

/** Who uses a mailed link that should open nothing any more, or opens more than it should. */
export const links: Attack[] = [
  {
    item: 'A10',
    title: 'the invitation of somebody who was deactivated',
    run: async (target) => {
      const email = 'invitee@example.com'
      const invitation = { email, name: 'Invited Person', role: 'moderator' }
      const invited = await target.admin.api.post<{ user: { id: string } }>('/api/auth/invite', invitation)
      mustHold(invited.status < 300, `inviting is answered ${invited.status}`)
      const token = await mailedLink(target, email)
      await target.admin.api.post('/api/auth/update-user', { id: invited.body.user.id, active: false })
      const redeemed = await target.anonymous.post('/api/auth/redeem', { token, password })
      mustHold(redeemed.status === 400, `their link is answered ${redeemed.status}`)
      await target.admin.api.post('/api/auth/update-user', { id: invited.body.user.id, active: true })
      const again = await target.anonymous.post('/api/auth/redeem', { token, password })
      mustHold(again.status === 400, `once they are active again, their old link is answered ${again.status}`)
      return 'the link is refused (400), also once they are active again'
    },
  },
  {
    item: 'A9',
    title: 'a thief’s API key outlives the owner’s new password',
    run: async (target) => {
      const { email, api } = await target.somebody('user')
      const made = await api.post<{ secret: string }>('/api/auth/api-keys', {
        name: 'Thief',
        scopes: ['tickets:read'],
      })
      const thief = { authorization: `Bearer ${made.body.secret}` }
      const readAsThief = () => target.anonymous.call('GET', '/api/tickets?view=mine', undefined, thief)
      mustHold((await readAsThief()).status === 200, 'the key was never good')
      await target.anonymous.post('/api/auth/reset', { email })
      const token = await mailedLink(target, email, /password/i)
      const own = 'owner chose otter 22 this'
      const redeem = () => target.anonymous.post('/api/auth/redeem', { token, password: own })
      const atOnce = await Promise.all([redeem(), redeem(), redeem()])
      const used = atOnce.filter(({ status }) => status === 200).length
      mustHold(used === 1, `of three who use the link at once, ${used} get in`)
      const { status } = await readAsThief()
      mustHold(status === 401, `after a reset, the key is answered ${status}`)
      return 'a reset revokes it (401); its link works once, also for three at once'
    },
  },
]
