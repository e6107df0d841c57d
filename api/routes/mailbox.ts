import { Readable } from 'node:stream'
import { z } from 'zod'
import { forbidden, notFound } from '../../core/errors.ts'
import type { MailOutcome } from '../../core/inbound-mail/receive-mail.ts'
import { textSchema } from '../../core/text/text.ts'
import type { Actor } from '../../core/users/user.ts'
import { maxPageSize } from '../pages.ts'
import { type Answer, route } from '../route.ts'
import { mailPolicy } from '../security-headers.ts'
import { outcomes } from './inbound-mail.ts'

export type MailboxMessage = { id: string; from: string; to: string[]; subject: string; date: Date }

/** @property headers by lower-case name */
type ReadMessage = MailboxMessage & {
  text: string
  html?: string | undefined
  headers?: Record<string, string>
}

/** The local mailbox that replaces a mail server. */
export type Mailbox = {
  list: (page: { limit: number }) => Promise<MailboxMessage[]>
  read: (id: string) => Promise<ReadMessage | undefined>
  /** the answer that its recipient would send, as it travels; absent: nobody can answer */
  reply?: (id: string, text: string) => Promise<Uint8Array | undefined>
}

const headSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  date: z.iso.datetime(),
})
const mailParams = z.object({ id: z.string().max(100) })
const messageSchema = headSchema.extend({
  text: z.string(),
  html: z.string().nullable(),
  replyTo: z.string().nullable().describe('where an answer would go; null: nobody reads answers'),
})

const exampleHead = {
  id: '177000000000000-0a1b2c3d',
  from: 'Deskbridge <desk@localhost>',
  to: 'ada@example.com',
  subject: 'Resolved: #42 Printer on fire',
  date: '2026-11-23T10:00:00.000Z',
}

const headOf = ({ id, from, to, subject, date }: MailboxMessage) => ({
  id,
  from,
  to: to.join(', '),
  subject,
  date: date.toISOString(),
})

const messageOf = (message: ReadMessage, canReply: boolean) => ({
  ...headOf(message),
  text: message.text,
  html: message.html ?? null,
  replyTo: (canReply && message.headers?.['reply-to']) || null,
})

function assertAdmin(actor: Actor) {
  if (actor.role !== 'admin') throw forbidden('Only admins read the mailbox.')
}

/** Lets admins read mails on desks that store mail locally instead of sending it. */
export const mailboxRoutes = (
  mailbox: Mailbox,
  receive?: (source: AsyncIterable<Uint8Array>) => Promise<MailOutcome>,
) => [
  ...(receive && mailbox.reply ? [replyRoute(mailbox.reply, receive)] : []),
  route({
    method: 'get',
    path: '/api/mailbox',
    summary: 'The newest mails in the local mailbox (admins)',
    tag: 'Mailbox',
    access: 'signed-in',
    scope: 'admin',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(maxPageSize).default(50) }),
    successes: {
      200: {
        description: 'Newest first.',
        schema: z.object({ messages: z.array(headSchema) }),
        example: { messages: [exampleHead] },
      },
    },
    refusals: ['forbidden'],
    handle: async ({ caller, query }) => {
      assertAdmin(caller.user)
      return { status: 200, body: { messages: (await mailbox.list(query)).map(headOf) } }
    },
  }),
  route({
    method: 'get',
    path: '/api/mailbox/{id}',
    summary: 'One mail (admins)',
    tag: 'Mailbox',
    access: 'signed-in',
    scope: 'admin',
    confidential: true,
    params: mailParams,
    successes: {
      200: {
        description: 'The mail.',
        schema: z.object({ message: messageSchema }),
        example: {
          message: { ...exampleHead, text: 'Max Moe has resolved your ticket.', html: null, replyTo: null },
        },
      },
    },
    refusals: ['forbidden', 'not-found'],
    handle: async ({ caller, params }) => {
      assertAdmin(caller.user)
      const message = await mailbox.read(params.id)
      if (!message) throw notFound('message')
      return {
        status: 200,
        body: { message: messageOf(message, receive !== undefined) },
      }
    },
  }),
  route({
    method: 'get',
    path: '/api/mailbox/{id}/page',
    summary: 'One mail as its reader sees it, without scripts and pictures (admins)',
    tag: 'Mailbox',
    access: 'signed-in',
    scope: 'admin',
    confidential: true,
    params: mailParams,
    successes: {
      200: {
        description: 'The page.',
        contentType: 'text/html',
        schema: z.string(),
        example: '<!doctype html>…',
      },
    },
    refusals: ['forbidden', 'not-found'],
    handle: async ({ caller, params }) => {
      assertAdmin(caller.user)
      const message = await mailbox.read(params.id)
      if (!message?.html) throw notFound('message')
      return pageOf(message.html)
    },
  }),
]

/** Answers as a mail program would, so that mail can be tried without one. */
const replyRoute = (
  reply: NonNullable<Mailbox['reply']>,
  receive: (source: AsyncIterable<Uint8Array>) => Promise<MailOutcome>,
) =>
  route({
    method: 'post',
    path: '/api/mailbox/{id}/reply',
    summary: 'Answer a mail as its recipient (admins)',
    tag: 'Mailbox',
    access: 'signed-in',
    scope: 'admin',
    params: mailParams,
    body: z.strictObject({ text: textSchema(1, 10_000) }),
    bodyExample: { text: 'It works again, thank you.' },
    successes: {
      200: {
        description: 'Delivered to the desk.',
        schema: z.object({ outcome: z.enum(outcomes) }),
        example: { outcome: 'commented' },
      },
    },
    refusals: ['forbidden', 'not-found'],
    handle: async ({ caller, params, body }) => {
      assertAdmin(caller.user)
      const mail = await reply(params.id, body.text)
      if (!mail) throw notFound('message')
      return { status: 200, body: { outcome: await receive(Readable.from([mail])) } }
    },
  })

const pageOf = (html: string): Answer => ({
  status: 200,
  stream: async (response) => {
    response.set({ 'Content-Security-Policy': mailPolicy, 'X-Frame-Options': 'SAMEORIGIN' }).type('html')
    response.send(`<!doctype html><base target="_blank"><meta name="color-scheme" content="light">${html}`)
  },
})
