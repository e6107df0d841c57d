import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { changePreferences, changePreferencesSchema } from '../../core/notifications/change-preferences.ts'
import { preferencesViewOf, preferencesViewSchema } from '../../core/notifications/preferences-view.ts'
import { examplePreferences } from '../examples/accounts.ts'
import { route } from '../route.ts'

const tag = 'Notifications'
const path = '/api/me/notifications'
const answer = z.object({ notifications: preferencesViewSchema })
const example = { notifications: examplePreferences }

/** The caller's notification preferences. */
export const notificationRoutes = (desk: Desk) => [
  route({
    method: 'get',
    path,
    summary: 'My notification preferences. Those that can’t be turned off say why',
    tag,
    access: 'signed-in',
    scope: 'users:read',
    successes: { 200: { description: 'Your preferences.', schema: answer, example } },
    refusals: [],
    handle: ({ caller }) => ({ status: 200, body: { notifications: preferencesViewOf(caller.user) } }),
  }),
  route({
    method: 'put',
    path,
    summary: 'Change my notification preferences. Those not named stay the same',
    tag,
    access: 'signed-in',
    body: changePreferencesSchema,
    bodyExample: {
      matrix: { commented: { mail: false } },
      timeZone: 'Europe/Berlin',
      quietHours: { from: '22:00', to: '07:00', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
    },
    successes: { 200: { description: 'Changed.', schema: answer, example } },
    refusals: ['conflict'],
    handle: async ({ caller, body }) => ({
      status: 200,
      body: { notifications: preferencesViewOf(await changePreferences(desk, caller.user, body)) },
    }),
  }),
]
