import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DeskInProcess, deskInProcess, type Known } from '../support/desk-in-process.ts'
import { rawMail } from '../support/raw-mail.ts'

const secret = 'a-secret-of-the-webhook'
let at: DeskInProcess
let ann: Known
beforeAll(async () => {
  at = await deskInProcess({
    inboundMail: { secret, maxBytes: 100_000 },
    limits: { ...{ tickets: 3, comments: 3 }, files: 9, changes: 9, streams: 9 },
  })
  ann = await at.somebody('user', { name: 'ann' })
})
afterAll(() => at.close())

type Body = string | FormData
async function post(body: Body, headers: Record<string, string> = {}) {
  const authorization = headers.authorization ?? `Bearer ${secret}`
  const type = body instanceof FormData ? {} : { 'content-type': 'message/rfc822' }
  const response = await fetch(`${at.url}/api/inbound-mail`, {
    method: 'POST',
    body,
    headers: { ...type, ...headers, authorization },
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const mail = (more: Partial<Parameters<typeof rawMail>[0]> = {}) =>
  rawMail({ from: ann.user.email ?? '', to: 'support@example.com', ...more })
const filedBy = ({ user }: Known) =>
  at.database.tickets.find({ 'requester.id': user._id }).sort({ number: 1 }).lean()

describe('a posted mail', () => {
  test('is taken as the body', async () => {
    expect(await post(mail({ subject: 'Printer on fire' }))).toEqual({
      status: 200,
      body: { outcome: 'filed' },
    })
    expect(await filedBy(ann)).toMatchObject([{ title: 'Printer on fire', source: 'mail' }])
  })

  test.each(['email', 'body-mime'])('is taken from the field %s of a form, byte by byte', async (field) => {
    const kim = await at.somebody('user')
    const form = new FormData()
    form.append('from', 'somebody@else.example')
    form.append(
      field,
      rawMail({
        from: kim.user.email ?? '',
        to: 'support@example.com',
        subject: 'Café',
        text: 'Zürich — 東京',
      }),
    )
    expect(await post(form)).toMatchObject({ body: { outcome: 'filed' } })
    expect((await filedBy(kim))[0]?.description).toBe('Zürich — 東京')
  })

  test.each<[string, string]>([
    ['no secret', ''],
    ['another secret', 'Bearer another-secret'],
    ['half of it', `Bearer ${secret.slice(0, 8)}`],
    ['another scheme', `Digest ${secret}`],
  ])('with %s is refused', async (_what, authorization) => {
    expect(await post(mail(), { authorization: authorization || 'Bearer' })).toMatchObject({ status: 401 })
  })

  test('may carry the secret as a password in its address', async () => {
    const basic = Buffer.from(`desk:${secret}`).toString('base64')
    expect(
      await post(mail({ from: 'nobody@example.com' }), { authorization: `Basic ${basic}` }),
    ).toMatchObject({ status: 200, body: { outcome: 'refused' } })
  })

  test('that is too large is refused', async () => {
    expect(await post(mail({ text: 'x'.repeat(200_000) }))).toMatchObject({ status: 413 })
    const form = new FormData()
    form.append('email', mail({ text: 'x'.repeat(200_000) }))
    expect(await post(form)).toMatchObject({ status: 413 })
  })

  test.each(['a file', 'another field'])('a form with only %s is refused', async (what) => {
    const form = new FormData()
    form.append('other', what === 'a file' ? new Blob(['x']) : 'x')
    expect(await post(form)).toMatchObject({ status: 400 })
  })

  test('of somebody who writes a lot is refused until later', async () => {
    const robot = await at.somebody('user')
    const statuses: number[] = []
    for (let nth = 0; nth < 5; nth++)
      statuses.push((await post(rawMail({ from: robot.user.email ?? '', to: 'support@example.com' }))).status)
    expect(statuses).toEqual([200, 200, 200, 503, 503])
  })
})

test('without a secret in the settings there is no webhook', async () => {
  const closed = await deskInProcess({ inboundMail: {} })
  expect(await closed.anonymous.post('/api/inbound-mail', {})).toMatchObject({ status: 404 })
  await closed.close()
})

test('a mail that waits too long for its turn is refused until later, while its sender still listens', async () => {
  const busy = await deskInProcess({ inboundMail: { secret, maxWaitMs: 500 } })
  const send = (body: string | ReadableStream) =>
    fetch(`${busy.url}/api/inbound-mail`, {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'message/rfc822' },
    })
  const slow = [1, 2, 3].map(() => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    void writer.write(Buffer.from('Subject: It burns\r\n'))
    return { end: () => writer.close(), answer: send(readable) }
  })
  await expect.poll(() => send('x'.repeat(5_000_000)).then(({ status }) => status)).toBe(503)
  for (const { end } of slow) await end()
  for (const { answer } of slow) expect((await answer).status).toBe(200)
  expect((await send(mail({ from: 'nobody@example.com' }))).status).toBe(200)
  await busy.close()
})
