import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DeskInProcess, deskInProcess } from '../support/desk-in-process.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

const schedule = {
  timeZone: 'Europe/Berlin',
  shifts: [{ days: ['mon', 'tue'], from: '09:00', to: '17:00' }],
  absences: [{ from: '2026-06-02', to: '2026-06-02' }],
}
const pathOf = (id: string) => `/api/users/${id}/duty-schedule`

test('admins change those of staff, others only their own, and the audit log says what changed', async () => {
  const [root, max, mia, ann] = await Promise.all(
    (['admin', 'moderator', 'moderator', 'user'] as const).map((role) => at.somebody(role)),
  )
  if (!root || !max || !mia || !ann) throw new Error('nobody')
  const own = await mia.api.put(pathOf(mia.user._id), { schedule })
  expect(own).toMatchObject({ status: 200, body: { user: { id: mia.user._id, dutySchedule: schedule } } })
  expect((await root.api.put(pathOf(max.user._id), { schedule })).status).toBe(200)
  expect((await mia.api.put(pathOf(max.user._id), { schedule: null })).status).toBe(403)
  expect((await ann.api.put(pathOf(ann.user._id), { schedule })).status).toBe(403)
  expect((await root.api.put(pathOf(ann.user._id), { schedule })).status).toBe(403)
  const { entries } = (await root.api.get<{ entries: object[] }>(`/api/audit?about=${max.user._id}`)).body
  expect(entries).toMatchObject([
    {
      action: 'account-changed',
      actor: { id: root.user._id },
      changes: [
        { field: 'shifts', from: null, to: 'mon tue 09:00–17:00 (Europe/Berlin)' },
        { field: 'absences', from: null, to: '2026-06-02–2026-06-02' },
      ],
    },
  ])
})
