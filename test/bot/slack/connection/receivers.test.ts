import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { secrets } from '../../../local/slack/fixture.ts'
import { emptyDatabase } from '../database.ts'
import { deskWithSlack } from '../desk-with-slack.ts'

const database = emptyDatabase()

describe('signed HTTP', () => {
  const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 't' })
  const sign = (timestamp: number, secret: string, text = body) =>
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')}`
  const now = () => Math.floor(Date.now() / 1000)

  async function send(url: string | undefined, headers: Record<string, string>, text = body) {
    const answer = await fetch(`${url}/slack/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: text,
    })
    return { status: answer.status, text: await answer.text() }
  }

  test.each([
    ['the right secret', () => ({ at: now(), secret: secrets.signingSecret }), 200],
    ['a wrong secret', () => ({ at: now(), secret: 'wrong' }), 401],
    ['a clock that is a minute ahead', () => ({ at: now() + 60, secret: secrets.signingSecret }), 200],
    ['a timestamp an hour ahead', () => ({ at: now() + 3_600, secret: secrets.signingSecret }), 401],
    ['an endless timestamp', () => ({ at: 1e21, secret: secrets.signingSecret }), 401],
    ['an old timestamp', () => ({ at: now() - 301, secret: secrets.signingSecret }), 401],
  ])('with %s', async (_, signed, status) => {
    const { url } = await deskWithSlack(database(), 'http')
    const { at, secret } = signed()
    const answer = await send(url, {
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': sign(at, secret),
    })
    expect(answer.status).toBe(status)
  })

  test('without a signature, and with a signed body that is not JSON', async () => {
    const { url } = await deskWithSlack(database(), 'http')
    expect((await send(url, {})).status).toBe(401)
    const at = now()
    const headers = {
      'x-slack-request-timestamp': String(at),
      'x-slack-signature': sign(at, secrets.signingSecret, '{'),
    }
    expect((await send(url, headers, '{')).status).toBe(400)
  })
})
