import { expect, test } from 'vitest'
import { freshDatabase } from '../support/desk-in-process.ts'
import { checkInterleavings } from './check.ts'

/** `npm run test:interleavings` plays more of them, and longer ones. */
test('60 random programs end with the same conversation in Slack, on Discord and in the database', {
  timeout: 300_000,
}, async () => {
  const failure = await checkInterleavings({ runs: 60, seed: 17, concurrency: 6, steps: 10, freshDatabase })
  expect(failure).toBeNull()
})
