import { expect, test } from 'vitest'
import { createCheckpoint } from '../../../core/database/checkpoint-store.ts'
import { ownDatabase } from '../own-database.ts'

const database = ownDatabase()

test('a checkpoint is empty at first, then where it was left, also for the next process', async () => {
  const { load, save } = createCheckpoint(database(), 'discord')
  expect(await load()).toBeNull()
  await save('100')
  await save('200')
  expect(await createCheckpoint(database(), 'discord').load()).toBe('200')
  expect(await createCheckpoint(database(), 'another').load()).toBeNull()
})
