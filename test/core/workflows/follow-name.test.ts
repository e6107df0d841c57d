import { afterAll, beforeAll, expect, test } from 'vitest'
import { listTickets } from '../../../core/search/list-tickets.ts'
import { changeProfile } from '../../../core/users/change-profile.ts'
import { catchUp } from '../../support/catch-up.ts'
import { type DeskInProcess, deskInProcess } from '../../support/desk-in-process.ts'
import { maintainAccount } from '../../support/run-workflows.ts'

let at: DeskInProcess
beforeAll(async () => {
  at = await deskInProcess()
})
afterAll(() => at.close())

test('a renamed person’s tickets are found by the new name', async () => {
  const ann = await at.somebody('user', { name: 'Ann Lee' })
  const root = await at.somebody('admin')
  await ann.api.post('/api/tickets', { title: 'Printer jams', description: 'Please help.' })
  await catchUp(at.database, at.desk, () => new Date())
  const found = async (q: string) =>
    (await listTickets(at.desk, root.user, { q, limit: 10 })).tickets.map(({ title }) => title)
  expect(await found('lee')).toEqual(['Printer jams'])

  await changeProfile(at.desk, ann.user, { name: 'Ann Crane' })
  expect(await found('crane')).toEqual([])
  // it is done once more when nobody can still write what they read before
  await expect(maintainAccount(at, ann.user._id)).rejects.toThrow('may still commit')
  expect(await found('crane')).toEqual(['Printer jams'])
})
