import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { changeProfile, profileSchema } from '../../core/users/change-profile.ts'
import { listUsers } from '../../core/users/list-users.ts'
import { inviteSchema, inviteUser } from '../../core/users/mail-links/invite-user.ts'
import { updateUser, updateUserSchema } from '../../core/users/update-user.ts'
import { userViewOf, userViewSchema } from '../../core/users/user-view.ts'
import { exampleUser } from '../examples/accounts.ts'
import { originOf } from '../origin.ts'
import { cursorsOf, nextSchema, pageQuery, searchSchema } from '../pages.ts'
import { route } from '../route.ts'
import { needsSetUpSchema } from '../session-answer.ts'

const tag = 'Users'
const usersQuery = z.strictObject({
  ...pageQuery,
  search: searchSchema,
})
const userAnswer = z.object({ user: userViewSchema })
const meAnswer = userAnswer.extend({ needsSetUp: needsSetUpSchema })

/** The caller's own account, and all accounts for admins. */
export const userRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path: '/api/auth/me',
    summary: 'My account',
    tag,
    access: 'signed-in',
    scope: 'users:read',
    beforeSetUp: true,
    successes: {
      200: {
        description: 'Your account.',
        schema: meAnswer,
        example: { user: exampleUser, needsSetUp: false },
      },
    },
    refusals: [],
    handle: ({ caller: { user, needsSetUp } }) => ({
      status: 200,
      body: { user: userViewOf(user), needsSetUp },
    }),
  }),
  route({
    method: 'get',
    path: '/api/auth/users',
    summary: 'List accounts, oldest first, optionally by the start of a name or address (admins)',
    tag,
    access: 'signed-in',
    scope: 'users:read',
    query: usersQuery,
    successes: {
      200: {
        description: 'One page.',
        schema: z.object({ users: z.array(userViewSchema), next: nextSchema }),
        example: { users: [exampleUser], next: null },
      },
    },
    refusals: ['forbidden'],
    handle: async ({ caller, query: { after, limit, ...query } }) => {
      const cursors = cursorsOf(desk, 'users')
      const page = { ...query, after: cursors.read(caller, after), limit: limit + 1 }
      const { rows, next } = cursors.page(caller, await listUsers(desk, caller.user, page), limit)
      return { status: 200, body: { users: rows.map(userViewOf), next } }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/profile',
    summary: 'Change my name, or the languages that I speak',
    tag,
    access: 'signed-in',
    body: profileSchema,
    bodyExample: { name: 'Max Moe', languages: ['de', 'en'] },
    successes: { 200: { description: 'Changed.', schema: userAnswer, example: { user: exampleUser } } },
    refusals: ['forbidden', 'conflict'],
    handle: async ({ caller, body }) => ({
      status: 200,
      body: { user: userViewOf(await changeProfile(desk, caller.user, body)) },
    }),
  }),
  route({
    method: 'post',
    path: '/api/auth/invite',
    summary: 'Invite a person: a mail brings them a link to set a password (admins)',
    tag,
    access: 'signed-in',
    scope: 'admin',
    body: inviteSchema,
    bodyExample: { email: 'max@example.com', name: 'Max Moe', role: 'moderator' },
    successes: {
      200: {
        description: 'Already invited. A new link was sent.',
        schema: userAnswer,
        example: { user: exampleUser },
      },
      201: { description: 'Invited.', schema: userAnswer, example: { user: exampleUser } },
    },
    refusals: ['forbidden', 'conflict'],
    handle: async ({ caller, body, request }) => {
      const { user, created } = await inviteUser(desk, caller.user, body, originOf(request))
      return { status: created ? 201 : 200, body: { user: userViewOf(user) } }
    },
  }),
  route({
    method: 'post',
    path: '/api/auth/update-user',
    summary: 'Change an account: role, skills, languages, duty, capacity, Discord, active (admins)',
    tag,
    access: 'signed-in',
    scope: 'admin',
    body: updateUserSchema,
    bodyExample: { id: exampleUser.id, role: 'moderator', skills: ['Printers', 'C++'], onDuty: true },
    successes: { 200: { description: 'Changed.', schema: userAnswer, example: { user: exampleUser } } },
    refusals: ['forbidden', 'not-found', 'conflict'],
    handle: async ({ caller, body, request }) => ({
      status: 200,
      body: { user: userViewOf(await updateUser(desk, caller.user, body, originOf(request))) },
    }),
  }),
]
