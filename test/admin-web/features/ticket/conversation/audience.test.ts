import { expect, test } from 'vitest'
import {
  type Audience,
  sendingOf,
  sendWords,
} from '../../../../../admin-web/src/features/ticket/conversation/audience.ts'

const may = { comment: true, note: true }
const place = { audience: 'internal' as Audience, may, closed: false, lost: false }

test.each<[string, Partial<typeof place>, string]>([
  ['a note, as staff', {}, 'internal'],
  ['a reply, as staff', { audience: 'public' }, 'public'],
  [
    'a reply, as somebody who may not add notes',
    { audience: 'public', may: { comment: true, note: false } },
    'public',
  ],
])('%s is sent as it was meant', (_case, more, visibility) => {
  expect(sendingOf({ ...place, ...more })).toEqual({ visibility })
})

test.each<[string, Partial<typeof place>, RegExp]>([
  [
    'a note by somebody who may not add notes any more',
    { may: { comment: true, note: false } },
    /internal notes/,
  ],
  ['a draft that does not know its audience', { audience: null }, /Choose who sees this/],
  [
    'a note on a ticket that somebody else has now',
    { lost: true, may: { comment: false, note: false } },
    /any more/,
  ],
  ['a reply on a ticket that somebody else has now', { lost: true, audience: 'public' }, /any more/],
  ['a note on a closed ticket', { closed: true }, /closed/],
  ['a reply on a closed ticket', { closed: true, audience: 'public' }, /closed/],
  [
    'a reply where comments are refused',
    { audience: 'public', may: { comment: false, note: true } },
    /any more/,
  ],
])('%s is not sent at all', (_case, more, reason) => {
  expect(sendingOf({ ...place, ...more })).toEqual({ blocked: expect.stringMatching(reason) })
})

test('no combination sends to anybody else than the draft says', () => {
  const either = [true, false]
  for (const audience of ['public', 'internal', null] as const)
    for (const comment of either)
      for (const note of either)
        for (const closed of either)
          for (const lost of either) {
            const sending = sendingOf({ audience, may: { comment, note }, closed, lost })
            if ('visibility' in sending) expect(sending.visibility).toBe(audience)
          }
})

test.each([
  ['internal', false, 'Add internal note'],
  ['internal', true, 'Add internal note'],
  ['public', false, 'Send to Uma Patel'],
  ['public', true, 'Send to support'],
] as const)('a %s message, written by its requester: %s, has the button “%s”', (visibility, mine, words) => {
  expect(sendWords(visibility, mine, 'Uma Patel')).toBe(words)
})
