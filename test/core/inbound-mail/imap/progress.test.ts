import { describe, expect, test } from 'vitest'
import {
  lastDoneUid,
  readProgress,
  resumePoint,
  writeProgress,
} from '../../../../core/inbound-mail/imap/progress.ts'

const at = new Date('2026-11-30T10:00:00Z')
const known = { validity: '7', uid: 41, at }

test('is stored as text', () => {
  expect(readProgress(writeProgress(known))).toEqual(known)
  expect(readProgress(null)).toBeNull()
})

describe('reading goes on', () => {
  test('after the last message that was read', () =>
    expect(resumePoint(known, { validity: '7', next: 50 })).toEqual({ after: 41 }))
  test('with what comes from now on, the first time', () =>
    expect(resumePoint(null, { validity: '7', next: 50 })).toEqual({ after: 49 }))
  test('with what is unread since, when the server has renumbered its messages', () =>
    expect(resumePoint(known, { validity: '8', next: 5 })).toEqual({ unreadSince: at }))
})

test.each<[string, number[], number[], number]>([
  ['nothing new', [], [], 41],
  ['all are done', [42, 43], [42, 43], 43],
  ['gaps are messages that were deleted', [45, 50], [45, 50], 50],
  ['the first has to wait', [42, 43], [43], 41],
  ['one in between has to wait', [42, 43, 44], [42, 44], 42],
  ['in any order', [44, 42, 43], [42, 43], 43],
])('%s', (_what, uids, done, expected) => expect(lastDoneUid(41, uids, new Set(done))).toBe(expected))
