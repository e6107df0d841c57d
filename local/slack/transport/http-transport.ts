import { createHmac } from 'node:crypto'
import { verificationToken } from '../workspace.ts'
import type { Ack, Delivery, Transport } from './transport.ts'

/** `v0=` and the HMAC of version, time and body (https://docs.slack.dev/authentication/verifying-requests-from-slack). */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

const form = 'application/x-www-form-urlencoded'

function encoded({ kind, payload }: Delivery): { type: string; body: string } {
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) }
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : payload
  return { type: form, body: new URLSearchParams(fields as Record<string, string>).toString() }
}

/** Signed HTTP requests to the app's request URL. */
export function createHttpTransport(url: string, signingSecret: string): Transport {
  function post(
    { type, body }: { type: string; body: string },
    headers: Record<string, string> = {},
    timeoutMs = 3000,
  ) {
    const timestamp = String(Math.floor(Date.now() / 1000))
    return fetch(url, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': signatureOf(signingSecret, timestamp, body),
        ...headers,
      },
      signal: AbortSignal.timeout(timeoutMs),
    })
  }

  async function send(delivery: Delivery, timeoutMs: number): Promise<Ack> {
    const startedAt = performance.now()
    const took = () => Math.round(performance.now() - startedAt)
    const { retry } = delivery
    const retryHeaders = {
      ...(retry && { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
    }
    try {
      const response = await post(encoded(delivery), retryHeaders, timeoutMs)
      const body = parsed(await response.text())
      const ack = { ms: took(), status: response.status, body }
      return response.ok ? { acked: true, ...ack } : { acked: false, ...ack, failure: 'http_error' }
    } catch (error) {
      const isTimeout = error instanceof Error && error.name === 'TimeoutError'
      const failure = isTimeout ? 'timeout' : 'connection_failed'
      return { acked: false, ms: took(), status: 0, body: undefined, failure }
    }
  }

  /** The url_verification handshake: the app must give the challenge back. */
  async function reachable(): Promise<boolean> {
    const challenge = crypto.randomUUID()
    const body = JSON.stringify({ type: 'url_verification', token: verificationToken, challenge })
    try {
      const response = await post({ type: 'application/json', body })
      const answer = await response.text()
      return response.ok && answer.includes(challenge)
    } catch {
      return false
    }
  }

  return { send, reachable }
}

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
