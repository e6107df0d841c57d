import { type Attack, mustHold } from './attack.ts'
import { password } from './target.ts'

const directivesOf = (policy: string | null) =>
  new Map(
    (policy ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(/\s+/)
      return [name, values.join(' ')]
    }),
  )

/** What the browser is told to forbid. */
export const browser: Attack[] = [
  {
    item: 'A11',
    title: 'a picture in a ticket tells its server who reads it',
    anonymous: true,
    run: async ({ url }) => {
      const { headers } = await fetch(url)
      const pictures = directivesOf(headers.get('content-security-policy')).get('img-src')
      mustHold(pictures === "'self'", `img-src is ${pictures}`)
      return 'pages load pictures from the desk only'
    },
  },
  {
    item: 'head',
    title: 'scripts, styles and frames of others',
    anonymous: true,
    run: async ({ url }) => {
      for (const path of ['/', '/login', '/tickets/1', '/api/docs', '/api/nothing', '/unsubscribe/x']) {
        const { headers } = await fetch(`${url}${path}`)
        const policy = directivesOf(headers.get('content-security-policy'))
        for (const name of ['script-src', 'style-src'])
          mustHold(
            !/unsafe|\*|https?:/.test(policy.get(name) ?? 'unsafe'),
            `${path}: ${name} is ${policy.get(name)}`,
          )
        mustHold(policy.get('frame-ancestors') === "'none'", `${path} can be framed`)
        mustHold(headers.get('x-content-type-options') === 'nosniff', `${path} may be sniffed`)
        mustHold(/camera=\(\)/.test(headers.get('permissions-policy') ?? ''), `${path} allows the camera`)
        mustHold(headers.get('access-control-allow-origin') === null, `${path} can be read by other sites`)
      }
      return '6 pages allow no inline code, no frame, no camera and no other site'
    },
  },
  {
    item: 'A9',
    title: 'a script or another site uses the session cookie',
    run: async ({ url, admin }) => {
      const response = await fetch(`${url}/api/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: admin.email, password }),
      })
      const cookies = response.headers.getSetCookie()
      for (const cookie of cookies)
        for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/'])
          mustHold(cookie.includes(part), `a cookie lacks ${part}: ${cookie.replace(/=[^;]*/, '=…')}`)
      const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
      const own = await fetch(`${url}/api/auth/me`, { headers: { cookie } })
      mustHold(own.status === 200, `the session cookie is answered ${own.status}`)
      const forged = await fetch(`${url}/api/tickets`, {
        method: 'POST',
        headers: {
          ...{ cookie, 'content-type': 'application/json' },
          ...{ 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
        },
        body: JSON.stringify({ title: 'A forged ticket', description: 'x' }),
      })
      mustHold(forged.status === 403, `a request of another site is answered ${forged.status}`)
      return 'HttpOnly, SameSite=Strict; a request of another site is refused (403)'
    },
  },
  {
    item: 'A10',
    title: 'a small request draws a large answer',
    anonymous: true,
    run: async ({ anonymous }) => {
      const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`k${index}`, 1]))
      const answer = await anonymous.post<{ errors?: object[] }>('/api/auth/login', many)
      mustHold((answer.body.errors?.length ?? 0) <= 20, `it lists ${answer.body.errors?.length} errors`)
      const large = await anonymous.post('/api/auth/login', { email: 'x'.repeat(20_000), password: 'x' })
      mustHold(large.status === 413, `20 kB without an account are answered ${large.status}`)
      return `1,000 unknown fields: ${answer.body.errors?.length ?? 0} errors; 20 kB without an account: 413`
    },
  },
  {
    item: 'A10',
    title: 'a megabyte of unknown fields draws a large answer',
    run: async ({ admin }) => {
      const many = Object.fromEntries(Array.from({ length: 80_000 }, (_, index) => [`key${index}`, 1]))
      const answer = await admin.api.post('/api/tickets', many)
      const bytes = JSON.stringify(answer.body).length
      mustHold(bytes < 10_000, `${answer.status} with ${bytes} bytes`)
      return `${answer.status} with ${bytes} bytes`
    },
  },
]
