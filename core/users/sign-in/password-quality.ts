import type { Desk } from '../../desk.ts'
import { invalid } from '../../errors.ts'
import type { User } from '../user.ts'

const deskWords = ['deskbridge', 'desk', 'bridge', 'support', 'supportdesk', 'helpdesk']
const minWord = 3
const notInWords = /[^\p{L}\p{N}]+/gu

/** What anybody would try first: the desk's name, and the person's address and name with their parts. */
export const guessableWords = ({ email, name }: Pick<User, 'email' | 'name'>): string[] => {
  const own = [email ?? '', email?.split('@')[0] ?? '', name]
  const parts = own.flatMap((text) => [text.replace(notInWords, ''), ...text.split(notInWords)])
  return [...new Set([...deskWords, ...own, ...parts])].filter((word) => word.length >= minWord)
}

/**
 * Refuses passwords that are on the lists attackers use, or made of what they know (OWASP ASVS 5.0, 6.2.4 and 6.2.11).
 * @param people the person, by each name that they have or are about to have
 * @throws invalid at `password`
 */
export async function assertGoodPassword(
  { passwords }: Pick<Desk, 'passwords'>,
  password: string,
  ...people: Pick<User, 'email' | 'name'>[]
) {
  if (await passwords.isGood(password, people.flatMap(guessableWords))) return
  throw invalid(
    'password',
    'This password is easy to guess. Use several words that don’t belong together, or let a password manager choose one.',
  )
}
