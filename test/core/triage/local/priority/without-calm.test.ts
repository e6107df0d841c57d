import { expect, test } from 'vitest'
import { withoutCalm } from '../../../../../core/triage/local/priority/without-calm.ts'

test.each([
  ['No rush, but the backups have failed for a week', 'the backups have failed for a week'],
  ['Keine Eile. Die Tür schließt nicht.', 'Die Tür schließt nicht'],
  ['The door does not close', null],
  ['No hurry.', null],
])('%s', (text, rest) => expect(withoutCalm(text)?.trim() ?? null).toBe(rest?.trim() ?? null))
