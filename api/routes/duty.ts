import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { idSchema } from '../../core/ids.ts'
import { changeDuty } from '../../core/users/duty/change-duty.ts'
import { changeSchedule, changeScheduleSchema } from '../../core/users/duty/change-schedule.ts'
import { userViewOf, userViewSchema } from '../../core/users/user-view.ts'
import { exampleUser } from '../examples/accounts.ts'
import { originOf } from '../origin.ts'
import { route } from '../route.ts'

const tag = 'Users'
const userAnswer = z.object({ user: userViewSchema })
const { dutySchedule: schedule } = exampleUser

/** Duty and shifts. */
export const dutyRoutes = (desk: Desk) => [
  route({
    method: 'post',
    path: '/api/auth/duty',
    summary: 'Go on or off duty (moderators and admins)',
    tag,
    access: 'signed-in',
    body: z.strictObject({
      onDuty: z.boolean().describe('whether the desk may assign new tickets to me'),
    }),
    bodyExample: { onDuty: true },
    successes: {
      200: {
        description: 'Changed.',
        schema: userAnswer,
        example: { user: exampleUser },
      },
    },
    refusals: ['forbidden', 'conflict'],
    handle: async ({ caller, body }) => ({
      status: 200,
      body: { user: userViewOf(await changeDuty(desk, caller.user, body.onDuty)) },
    }),
  }),
  route({
    method: 'put',
    path: '/api/users/{id}/duty-schedule',
    summary: 'Replace shifts and absences: my own, or anyone’s as an admin',
    tag,
    access: 'signed-in',
    params: z.object({ id: idSchema.describe('24 hex digits') }),
    body: changeScheduleSchema,
    bodyExample: { schedule },
    successes: { 200: { description: 'Changed.', schema: userAnswer, example: { user: exampleUser } } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, params, body, request }) => ({
      status: 200,
      body: {
        user: userViewOf(
          await changeSchedule(desk, caller.user, { id: params.id, ...body }, originOf(request)),
        ),
      },
    }),
  }),
]
