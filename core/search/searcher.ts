import type { Actor, User } from '../users/user.ts'
import { plainText } from './plain-text.ts'
import type { Term } from './read-words.ts'
import type { Readers } from './text-model.ts'

/**
 * Who searches, and what they may find tickets by.
 * @property addresses `part`: any part of an e-mail address, for admins, who see the addresses of all accounts.
 * `whole`: a complete one, for moderators, who would otherwise learn an address letter by letter. `own`: only their own.
 * @property address their own address; null if it does not matter or they have none
 */
export type Searcher = {
  id: string
  reads: Readers
  addresses: 'part' | 'whole' | 'own'
  address: string | null
}

const addressesFor = { admin: 'part', moderator: 'whole', user: 'own' } as const

export const searcherOf = (actor: Actor, account: Pick<User, 'email'> | null): Searcher => ({
  id: actor._id,
  reads: actor.role === 'user' ? 'everybody' : 'staff',
  addresses: addressesFor[actor.role],
  address: account?.email ? plainText(account.email) : null,
})

const wholeLine = (address: string) => `(^|\n)${address.replace(/[^\p{L}\p{N}@]/gu, '\\$&')}($|\n)`

/** The condition on a search text that this term sets for this person. */
export function conditionOf({ pattern, number, address }: Term, by: Searcher): object {
  const ways = [{ words: { $regex: pattern } }, ...(number ? [{ number }] : []), ...byAddress()]
  return ways.length === 1 ? (ways[0] as object) : { $or: ways }

  function byAddress(): object[] {
    if (by.addresses === 'part') return [{ addresses: { $regex: pattern } }]
    if (!address) return []
    if (by.addresses === 'whole') return [{ addresses: { $regex: wholeLine(address) } }]
    return address === by.address ? [{ requester: by.id }] : []
  }
}
