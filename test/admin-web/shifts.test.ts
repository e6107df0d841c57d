import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserView } from '../../core/users/user-view.ts'
import { type ConsoleWorld, createConsoleWorld, type Somebody } from './console-world.ts'
import { layoutFaults } from './layout-faults.ts'

let world: ConsoleWorld
let ines: Somebody
let max: Somebody
beforeAll(async () => {
  world = await createConsoleWorld()
  ines = await world.makeAdmin('Ines Okafor')
  max = await world.makePerson(ines, 'Max Moe', { role: 'moderator' })
})
afterAll(() => world?.close())

const scheduleOf = async (who: Somebody) =>
  (await world.api(who).get<{ user: UserView }>('/api/auth/me')).body.user.dutySchedule

test('a moderator keeps their own shifts and absences in the profile, on a phone too', async () => {
  const page = await max.context.newPage()
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/profile')
  const panel = page.getByRole('region', { name: 'Shifts and absences' })
  await panel.getByLabel('Time zone').selectOption('Europe/Berlin')
  await panel.getByRole('button', { name: 'Add a shift' }).click()
  const shift = panel.getByRole('listitem', { name: 'Shift 1' })
  await shift.getByLabel('To').fill('16:30')
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'])
    await shift.getByRole('button', { name: day }).click()
  await panel.getByRole('button', { name: 'Add an absence' }).click()
  const absence = panel.getByRole('listitem', { name: 'Absence 1' })
  await absence.getByLabel('First day').fill('2031-08-14')
  await absence.getByLabel('Last day').fill('2031-08-01')
  await panel.getByRole('button', { name: 'Save' }).click()
  await shift.getByText('Choose at least one day.').waitFor()
  await absence.getByText('It ends before it begins.').waitFor()
  expect(await layoutFaults(page)).toEqual([])
  for (const day of ['Sat', 'Sun']) await shift.getByRole('button', { name: day }).click()
  await absence.getByLabel('Last day').fill('2031-08-28')
  await panel.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Shifts and absences saved').waitFor()
  expect(await scheduleOf(max)).toEqual({
    timeZone: 'Europe/Berlin',
    shifts: [{ days: ['sat', 'sun'], from: '09:00', to: '16:30' }],
    absences: [{ from: '2031-08-14', to: '2031-08-28' }],
  })
  await page.close()
})

test('an admin changes those of others, and a requester has none', async () => {
  const page = await ines.context.newPage()
  await page.goto('/users')
  await page.getByRole('button', { name: 'Edit Max Moe' }).click()
  await page.getByRole('button', { name: 'Shifts and absences…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Shifts and absences of Max Moe' })
  await dialog.getByRole('button', { name: 'Remove shift 1' }).click()
  expect(await layoutFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Remove absence 1' }).click()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await scheduleOf(max)).toBeNull()

  const mia = await world.makePerson(ines, 'Mia Wong')
  const hers = await mia.context.newPage()
  await hers.goto('/profile')
  await hers.getByRole('region', { name: 'Notifications' }).waitFor()
  expect(await hers.getByRole('region', { name: 'Shifts and absences' }).count()).toBe(0)
})
