import { describe, expect, test } from 'vitest'
import { createReplyAddresses, maxBaseLength } from '../../../../core/notifications/mail/reply-address.ts'
import { idLike } from '../../../support/ticket-fixture.ts'

const secret = 'a secret of at least thirty-two bytes'
const addresses = createReplyAddresses(secret, 'support@example.com')
const to = { ticket: { _id: idLike('a'), number: 42 }, user: idLike('b'), visibility: 'public' as const }
const address = addresses.sign(to)

/** What a mail to this address is taken for. */
function readFor(text: string, other: Partial<typeof to> = {}) {
  const read = addresses.read(text)
  return (
    read && {
      number: read.number,
      visibility: read.visibility,
      isTheirs: addresses.isFor(read, { ...to, ...other }),
    }
  )
}

describe('a signed address', () => {
  test('names the ticket, and is the same in every mail', () => {
    expect(address).toMatch(/^support\+42\.[a-z2-7]{20}@example\.com$/)
    expect(addresses.sign(to)).toBe(address)
    expect(readFor(address)).toEqual({ number: 42, visibility: 'public', isTheirs: true })
  })

  test('may change its case on the way', () =>
    expect(readFor(address.toUpperCase())).toMatchObject({ number: 42, isTheirs: true }))

  test('says when an answer is an internal note', () => {
    const note = addresses.sign({ ...to, visibility: 'internal' as never })
    expect(note).toMatch(/^support\+42-note\./)
    expect(readFor(note)).toMatchObject({ visibility: 'internal', isTheirs: false })
    expect(
      addresses.isFor(addresses.read(note) ?? { signature: '' }, { ...to, visibility: 'internal' }),
    ).toBe(true)
  })

  test.each([
    ['another person', { user: idLike('c') }],
    ['another ticket of the same number', { ticket: { _id: idLike('d'), number: 42 } }],
  ])('is of no use to %s', (_who, other) =>
    expect(readFor(address, other)).toMatchObject({ isTheirs: false }),
  )

  test('is of no use to another desk', () => {
    const elsewhere = createReplyAddresses('another secret of at least 32 bytes', 'support@example.com')
    expect(readFor(elsewhere.sign(to))).toMatchObject({ isTheirs: false })
  })

  test.each([
    ['without a signature', 'support+42@example.com'],
    ['with half of one', address.replace(/.{10}@/, '@')],
    ['with a longer one', address.replace('@', 'a@')],
    ['without a number', address.replace('42', '')],
    ['with a huge number', address.replace('42', '42000000000')],
    ['at another domain', address.replace('example.com', 'example.com.evil.test')],
    ['of another name', `not-${address}`],
    ['whose dot stands for any character', address.replace('example.com', 'exampleXcom')],
    ['with something behind it', `${address}\nBcc: x@y.test`],
    ['nothing', ''],
  ])('%s is no reply address', (_what, text) => expect(addresses.read(text)).toBeNull())

  test('fits into the 64 octets before the @', () => {
    const long = createReplyAddresses(secret, `${'s'.repeat(maxBaseLength)}@example.com`)
    const ticket = { _id: idLike('a'), number: 9_999_999_999 }
    expect(long.sign({ ...to, ticket, visibility: 'internal' as never }).split('@')[0]).toHaveLength(64)
    expect(maxBaseLength).toBe(27)
  })
})
