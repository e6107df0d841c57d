import { expect, test } from 'vitest'
import { createUnsubscribeTokens } from '../../../../core/notifications/mail/unsubscribe-token.ts'
import { createTokens } from '../../../../core/users/sign-in/tokens.ts'
import { idLike } from '../../../support/ticket-fixture.ts'

const secret = 'a secret of at least thirty-two bytes'
const tokens = createUnsubscribeTokens(secret)
const user = idLike('a')
const token = tokens.sign({ user, from: 'commented' })
const [, , signature = ''] = token.split('.')

test('says for whom and from what, and fits into a link', () => {
  expect(tokens.read(token)).toEqual({ user, from: 'commented' })
  expect(encodeURIComponent(token)).toBe(token)
  expect(token.length).toBeLessThan(100)
})

test('is the same in every mail', () => expect(tokens.sign({ user, from: 'commented' })).toBe(token))

test.each([
  ['another person', `${idLike('b')}.commented.${signature}`],
  ['another event', `${user}.resolved.${signature}`],
  ['everything', `${user}.all.${signature}`],
  ['no signature', `${user}.commented.`],
  ['half of it', `${user}.commented.${signature.slice(0, 20)}`],
  ['more behind it', `${token}.more`],
  ['nothing', ''],
  [
    'another desk’s',
    createUnsubscribeTokens('another secret of at least 32 bytes').sign({ user, from: 'all' }),
  ],
  ['an event that is none', tokens.sign({ user, from: 'lunch' as never })],
  ['a session', createTokens(secret).sign({ user, session: 's' })],
])('%s is worth nothing', (_name, forged) => expect(tokens.read(forged)).toBeNull())

test('and it is no session', () => expect(() => createTokens(secret).verify(token)).toThrow())
