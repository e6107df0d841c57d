import { expect, test } from 'vitest'
import { withoutSignature } from '../../../core/inbound-mail/without-signature.ts'

test.each([
  ['a signature goes', 'Help!\n\n-- \nKim\nSales', 'Help!\n'],
  ['so does one whose space was lost on its way', 'Help!\n--\nKim', 'Help!'],
  ['with the line ends of a mail, too', 'Help!\r\n-- \r\nKim\r\n', 'Help!'],
  ['only the last counts', 'a\n-- \nb\n-- \nKim', 'a\n-- \nb'],
  ['a rule of more dashes is none', 'a\n---\nb', 'a\n---\nb'],
  ['a long text below is none', `a\n-- \n${'b\n'.repeat(20)}`, `a\n-- \n${'b\n'.repeat(20)}`],
  ['what has only a signature keeps it', '-- \nKim', '-- \nKim'],
  ['text without one stays as it is', 'a\r\nb ', 'a\r\nb '],
])('%s', (_, text, kept) => {
  expect(withoutSignature(text)).toBe(kept)
})
