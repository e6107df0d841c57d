import { createHmac } from 'node:crypto'
import { type Attack, mustHold } from './attack.ts'

const hour = 3_600

/** Requests in Slack's name, by somebody who has recorded a signed one. */
export const slackRequests: Attack[] = [
  {
    item: 'A10',
    title: 'a Slack request that is signed for another time',
    run: async ({ url, slackSigningSecret }) => {
      const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 't' })
      const now = Math.floor(Date.now() / 1_000)
      async function send(at: number, secret = slackSigningSecret) {
        const signed = createHmac('sha256', secret).update(`v0:${at}:${body}`).digest('hex')
        const headers = {
          ...{ 'content-type': 'application/json', 'x-slack-signature': `v0=${signed}` },
          'x-slack-request-timestamp': String(at),
        }
        return (await fetch(`${url}/slack/events`, { method: 'POST', headers, body })).status
      }
      const honest = await send(now)
      mustHold(honest === 200, `one of now is answered ${honest}`)
      const bad = [
        ['an hour ahead', await send(now + hour)],
        ['an hour old', await send(now - hour)],
        ['signed by another secret', await send(now, 'another secret')],
      ] as const
      for (const [what, status] of bad) mustHold(status === 401, `one that is ${what} is answered ${status}`)
      return 'an hour ahead, an hour old, or signed by another secret: refused (401)'
    },
  },
]
