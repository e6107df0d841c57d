import type { Response } from 'express'
import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { readUnsubscription, unsubscribe } from '../../core/notifications/mail/unsubscribe.ts'
import type { Answer } from '../route.ts'
import { route } from '../route.ts'
import { unsubscribePage } from '../unsubscribe-page.ts'

const tag = 'Notifications'
const path = '/unsubscribe/{token}'
const params = z.object({
  token: z
    .string()
    .regex(/^[\w.-]{1,160}$/)
    .describe('the signed token of the link in the mail'),
})
const page = { contentType: 'text/html', schema: z.string(), example: '<!doctype html>…' }

/** Mail scanners open links and may run scripts. GET therefore changes nothing, and the page has no script. */
const answerPage = (html: string): Answer => ({
  status: 200,
  stream: async (response: Response) => {
    response.set('Cache-Control', 'no-store').type('html').send(html)
  },
})

/** One-click unsubscribe (RFC 8058). Mail programs POST to the link in `List-Unsubscribe`; the body is ignored. */
export const unsubscribeRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path,
    summary: 'A page that asks whether to unsubscribe. Opening it changes nothing',
    tag,
    access: 'public',
    params,
    successes: { 200: { description: 'The page.', ...page } },
    refusals: [],
    handle: ({ params: { token } }) => {
      const { title } = readUnsubscription(desk, token)
      return answerPage(unsubscribePage({ title, done: false }))
    },
  }),
  route({
    method: 'post',
    path,
    summary: 'Unsubscribe from the mails of this link, without signing in (RFC 8058)',
    tag,
    access: 'public',
    params,
    successes: { 200: { description: 'Unsubscribed.', ...page } },
    refusals: ['conflict'],
    handle: async ({ params: { token } }) =>
      answerPage(unsubscribePage({ title: await unsubscribe(desk, token), done: true })),
  }),
]
