import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unsubscribePage } from '../../api/unsubscribe-page.ts'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'
import { mailbox, mailId } from './attacks/things.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess({ mailbox })
})
afterAll(() => at.close())

const policyOf = ({ headers }: { headers: Headers }) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ')
      return [name, values]
    }),
  )

test('styles and scripts come from the desk only, and pictures too', async () => {
  const policy = policyOf(await at.anonymous.get('/api/health'))
  expect(policy).toMatchObject({
    'img-src': ["'self'"],
    'script-src': ["'self'"],
    'frame-ancestors': ["'none'"],
  })
  expect(JSON.stringify(policy)).not.toMatch(/unsafe|https?:|\*|data:/)
})

test('the page of an unsubscription keeps its style', async () => {
  const style = /<style>(.*?)<\/style>/s.exec(unsubscribePage({ title: 'x', done: false }))?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(policyOf(await at.anonymous.get('/api/health'))['style-src']).toContain(`'sha256-${hash}'`)
})

test('the browser offers no camera, microphone or place', async () => {
  const { headers } = await at.anonymous.get('/api/health')
  for (const feature of ['camera', 'microphone', 'geolocation', 'payment', 'usb'])
    expect(headers.get('permissions-policy')).toContain(`${feature}=()`)
})

test('a mail is a page that runs nothing, loads nothing and is framed only by the desk', async () => {
  const root = await at.somebody('admin')
  const page = await root.api.get<string>(`/api/mailbox/${mailId}/page`)
  expect(page.body).toContain('<p>Kept.</p>')
  expect(policyOf(page)).toEqual({
    'default-src': ["'none'"],
    'style-src': ["'unsafe-inline'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'self'"],
    sandbox: ['allow-popups', 'allow-popups-to-escape-sandbox'],
  })
  expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN')
})
