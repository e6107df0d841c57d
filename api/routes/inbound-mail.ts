import { createHash, timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import { z } from 'zod'
import { isRefusal, unauthenticated } from '../../core/errors.ts'
import type { MailOutcome } from '../../core/inbound-mail/receive-mail.ts'
import { inboundMailPath } from '../body-deadline.ts'
import { problem } from '../problems.ts'
import { readPostedMail } from '../read-posted-mail.ts'
import { type Answer, route } from '../route.ts'
import { createTurns } from '../turns.ts'

/**
 * @property secret what the provider sends; undefined: mail comes in another way @property maxBytes of one mail
 * @property maxWaitMs how long a mail waits for its turn
 */
export type PostedMail = {
  receive: (source: AsyncIterable<Uint8Array>) => Promise<MailOutcome>
  secret: string | undefined
  maxBytes: number
  maxWaitMs?: number
}

export const outcomes = ['commented', 'filed', 'refused', 'ignored'] as const satisfies MailOutcome[]

const digest = (text: string) => createHash('sha256').update(text).digest()

/** As bearer, or as the password of a URL with a name and a password, which some providers allow alone. */
function secretIn({ headers }: Request): string {
  const [, scheme = '', given = ''] = /^(Bearer|Basic) (\S+)$/i.exec(headers.authorization ?? '') ?? []
  return scheme.toLowerCase() === 'basic'
    ? Buffer.from(given, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : given
}

/** A mail's text is in memory as a whole while it is read. Further mails wait in their connections. */
const mailConcurrency = 3
/** Well before `api/body-deadline.ts` cuts the connection, which would tell the provider nothing. */
const defaultMaxWaitMs = 60_000

/** A webhook for providers that receive mail. They send a mail again unless the answer is 200. */
export const inboundMailRoutes = ({
  receive,
  secret,
  maxBytes,
  maxWaitMs = defaultMaxWaitMs,
}: PostedMail) => {
  const inTurn = createTurns({ concurrency: mailConcurrency, maxWaitMs })
  return [
    route({
      method: 'post',
      path: inboundMailPath,
      summary: 'Deliver a mail, with INBOUND_MAIL_WEBHOOK_SECRET as bearer or as password',
      tag: 'Inbound mail',
      access: 'public',
      upload: 'mail',
      successes: {
        200: {
          description: 'The desk has the mail. `refused` and `ignored` are final, too.',
          schema: z.object({ outcome: z.enum(outcomes) }),
          example: { outcome: 'commented' },
        },
      },
      refusals: ['unauthenticated', 'invalid', 'too-large'],
      handle: async ({ request }) => {
        if (!secret || !timingSafeEqual(digest(secretIn(request)), digest(secret)))
          throw unauthenticated('Send the secret of the webhook.')
        try {
          const outcome = await inTurn(() => readPostedMail(request, maxBytes, receive))
          return { status: 200, body: { outcome } }
        } catch (error) {
          return later(error)
        }
      },
    }),
  ]
}

/** Some providers do not try again after 429. All do after 503. */
function later(error: unknown): Answer {
  if (!isRefusal(error) || error.kind !== 'too-many') throw error
  return { status: 503, body: problem(503, 'Service Unavailable', 'Send it again later.') }
}
