import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { askReset, askResetSchema } from '../../core/users/mail-links/ask-reset.ts'
import { changePassword, changePasswordSchema } from '../../core/users/sign-in/change-password.ts'
import { deviceTokenOf } from '../device-cookie.ts'
import { originOf } from '../origin.ts'
import { route } from '../route.ts'

const tag = 'Passwords'
const sent = { message: 'If this address has an account, a link to set a new password is on its way to it.' }

export const passwordRoutes = (desk: Desk, secureCookies: boolean) => [
  route({
    method: 'post',
    path: '/api/auth/password',
    summary: 'Change my password and sign out my other devices',
    tag,
    access: 'signed-in',
    body: changePasswordSchema,
    bodyExample: { current: 'correct horse battery', password: 'staple correct horse' },
    successes: { 204: { description: 'Changed.' } },
    refusals: ['too-many', 'conflict'],
    handle: async ({ caller, body, request }) => {
      await changePassword(desk, caller.user, caller.session, body, originOf(request))
      return { status: 204 }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/reset',
    summary: 'Request a password reset link by mail. The answer is the same for unknown addresses',
    tag,
    access: 'public',
    body: askResetSchema,
    bodyExample: { email: 'max@example.com' },
    successes: {
      202: {
        description:
          'If the account exists, a mail is on its way. Its link works once and expires in an hour.',
        schema: z.object({ message: z.string() }),
        example: sent,
      },
    },
    refusals: ['too-many'],
    handle: async ({ body, request }) => {
      await askReset(desk, body, originOf(request), deviceTokenOf(request, secureCookies))
      return { status: 202, body: sent }
    },
  }),
]
