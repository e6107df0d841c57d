import type { Target } from './target.ts'

/** Mails as a provider's webhook brings them. */
export const mailIn = {
  /** The mail server's result for a sender at example.com that it has authenticated. */
  passes: 'Authentication-Results: mx.desk.example; dmarc=pass header.from=example.com',

  /** @returns the status, and what became of the mail */
  async post({ url, mailSecret }: Target, raw: string) {
    const headers = { authorization: `Bearer ${mailSecret}`, 'content-type': 'message/rfc822' }
    const response = await fetch(`${url}/api/inbound-mail`, { method: 'POST', headers, body: raw })
    const body = (await response.json()) as { outcome?: string }
    return { status: response.status, outcome: body.outcome }
  },
}
