import { z } from 'zod'
import type { Desk } from '../../core/desk.ts'
import { changePreferences, changePreferencesSchema } from '../../core/notifications/change-preferences.ts'
import { preferencesViewOf, preferencesViewSchema } from '../../core/notifications/preferences-view.ts'
import { examplePreferences } from '../examples.ts'
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
    summary: 'What I am told, on which channels, and when; what can’t be turned off says why',
    tag,
    access: 'signed-in',
    scope: 'users:read',
    successes: { 200: { description: 'What holds for you.', schema: answer, example } },
    refusals: [],
    handle: ({ caller }) => ({ status: 200, body: { notifications: preferencesViewOf(caller.user) } }),
  }),
  route({
    method: 'put',
    path,
    summary: 'Change what I am told, where and when; what is not named stays as it is',
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
