import { expect, test } from 'vitest'
import { hideSecrets } from '../../../core/triage/hide-secrets.ts'
import { answered, ticketOf } from '../../support/ticket-fixture.ts'

test('an engine sees the answers below the description, without their secrets', async () => {
  const fields = [answered('Serial number', 'SN-1'), answered('Password', 'Hunter2!x')]
  const { words, secrets } = await hideSecrets(ticketOf({ fields }))
  expect(words.description).toMatch(/^Flames come out of \*\*it\*\*\.\n\nSerial number: SN-1/)
  expect(words.description).toContain('[password removed]')
  expect(words.description).not.toContain('Hunter2')
  expect(secrets).toEqual(['password'])
})
