import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { changeDuty } from '../../core/users/change-duty.ts'
import { userViewOf, userViewSchema } from '../../core/users/user-view.ts'
import { exampleUser } from '../examples.ts'
import { route } from '../route.ts'

/** The caller's own duty. */
export const dutyRoutes = (desk: Desk) => [
  route({
    method: 'post',
    path: '/api/auth/duty',
    summary: 'Go on or off duty (moderators and admins)',
    tag: 'Users',
    access: 'signed-in',
    body: z.strictObject({
      onDuty: z.boolean().describe('whether the desk may assign new tickets to me'),
    }),
    bodyExample: { onDuty: true },
    successes: {
      200: {
        description: 'Changed.',
        schema: z.object({ user: userViewSchema }),
        example: { user: exampleUser },
      },
    },
    refusals: ['forbidden', 'conflict'],
    handle: async ({ caller, body }) => ({
      status: 200,
      body: { user: userViewOf(await changeDuty(desk, caller.user, body.onDuty)) },
    }),
  }),
]
