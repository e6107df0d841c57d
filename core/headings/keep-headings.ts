import type { Desk } from '../desk.ts'
import type { Keeper } from '../tickets/follow-tickets.ts'
import { type Heading, headingKinds, headingOf } from './heading.ts'

/** Ids of headings that are known to be stored; then they are looked up again. */
const maxKnown = 50_000

/**
 * Keeps the headings that tickets stand under. People are ordered by the name that they have today, where a ticket
 * keeps the one that they had: one person's tickets stay together.
 */
export function createHeadingKeeper({ headings, users }: Pick<Desk, 'headings' | 'users'>): Keeper {
  const known = new Set<string>()

  async function nameAsToday(added: Heading[]) {
    const people = added.filter(({ kind }) => kind === 'assignee' || kind === 'requester')
    if (people.length === 0) return
    const accounts = await users.findAll([...new Set(people.map(({ value }) => value))])
    const names = new Map(accounts.map(({ _id, name }) => [_id, name]))
    for (const { value, name } of await headings.find(people.map(({ _id }) => _id))) {
      const today = names.get(value)
      if (today !== undefined && today !== name) await headings.rename({ id: value, name: today }, name)
    }
  }

  return async (tickets) => {
    const all = tickets
      .filter(({ deleted }) => !deleted)
      .flatMap((ticket) => headingKinds.map((kind) => headingOf(ticket, kind)))
    const fresh = new Map(
      all.filter((one) => one !== null && !known.has(one._id)).map((one) => [one?._id, one]),
    )
    const added = [...fresh.values()].filter((one) => one !== null)
    if (added.length === 0) return
    await headings.add(added)
    await nameAsToday(added)
    if (known.size > maxKnown) known.clear()
    for (const { _id } of added) known.add(_id)
  }
}
