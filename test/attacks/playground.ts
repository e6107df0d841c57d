import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { openPage } from '../local/playground/page-client.ts'
import { sendNonsense } from '../local/strangers.ts'
import { type Attack, mustHold } from './attack.ts'
import { ports } from './local-services.ts'
import type { Target } from './target.ts'

/** @returns whether a page gets in. `wrong` is what is other than in the link's own page */
async function getsIn({ playgroundUrl }: Target, wrong: Parameters<typeof openPage>[1] = {}) {
  try {
    const page = await openPage(playgroundUrl, wrong)
    page.close()
    return true
  } catch {
    return false
  }
}

/** Who plays without having been given the link. */
export const playground: Attack[] = [
  {
    item: 'play',
    title: 'a web page or a stranger opens the playground',
    run: async (target) => {
      mustHold(await getsIn(target), 'its own page does not get in')
      const ways = {
        'without a token': { token: '' },
        'with a wrong token': { token: 'f'.repeat(48) },
        'from another site': { origin: 'https://evil.example' },
        'from the desk’s own pages': { origin: target.url },
        'by a name that leads here': { origin: 'http://evil.example', host: 'evil.example' },
      }
      for (const [way, wrong] of Object.entries(ways))
        mustHold(!(await getsIn(target, wrong)), `somebody gets in ${way}`)
      const { port } = new URL(target.playgroundUrl)
      const asked = get({ host: '127.0.0.1', port, headers: { host: 'evil.example' } })
      const [page] = (await once(asked, 'response')) as [IncomingMessage]
      page.resume()
      mustHold(page.statusCode === 403, `a name that leads here is answered ${page.statusCode}`)
      return `${Object.keys(ways).join(', ')}: refused`
    },
  },
  {
    item: 'play',
    title: 'the playground’s page acts on the desk with its reader’s cookie',
    run: async ({ url, admin, playgroundUrl }) => {
      const { origin } = new URL(playgroundUrl)
      const headers = {
        ...{ cookie: `deskbridge_session=${admin.token}`, 'content-type': 'application/json' },
        ...{ origin, 'sec-fetch-site': 'same-site' },
      }
      const body = JSON.stringify({ title: 'Filed by another page', description: 'x' })
      const written = await fetch(`${url}/api/tickets`, { method: 'POST', headers, body })
      mustHold(written.status === 403, `a change is answered ${written.status}`)
      const read = await fetch(`${url}/api/auth/me`, { headers })
      mustHold(read.status === 200, `the cookie itself is answered ${read.status}`)
      const allowed = read.headers.get('access-control-allow-origin')
      mustHold(allowed === null, `answers can be read by ${allowed}`)
      const { headers: page } = await fetch(playgroundUrl)
      const policy = page.get('content-security-policy') ?? ''
      mustHold(policy.includes("connect-src 'self'"), 'its page may talk to other servers')
      return 'changes are refused (403), and answers can’t be read'
    },
  },
  {
    item: 'A4',
    title: 'nonsense on its ports stops the desk',
    run: async (target) => {
      const services = ports(target)
      const open = [...services, target.url.replace('http://', '')]
      for (const address of open) await sendNonsense(Number(address.split(':').at(-1)))
      const { status } = await target.admin.api.get('/api/auth/me')
      mustHold(status === 200, `afterwards the desk answers ${status}`)
      const now = new Set(ports(target))
      const gone = services.filter((address) => !now.has(address))
      mustHold(gone.length === 0, `nobody listens at ${gone.join()} any more`)
      return `${open.length} ports take broken requests, handshakes and frames`
    },
  },
]
