import type { Desk } from '../../desk.ts'
import { notFound } from '../../errors.ts'
import { changeUser } from '../../users/change-user.ts'
import { eventNames, events } from '../../users/preferences/events.ts'
import { preferencesOf } from '../../users/preferences/preferences.ts'
import type { Unsubscribable, Unsubscription } from './unsubscribe-token.ts'

/**
 * What an unsubscribe link would turn off, with a title to show.
 * @throws not-found for a token that this desk did not sign
 */
export function readUnsubscription(desk: Pick<Desk, 'unsubscribeTokens'>, token: string) {
  const read = desk.unsubscribeTokens.read(token)
  if (!read) throw notFound('link')
  return {
    ...read,
    title: read.from === 'all' ? 'Everything that can be turned off' : events[read.from].title,
  }
}

/** Turns off the mails of an unsubscribe link. Following it again changes nothing. @throws not-found */
export async function unsubscribe(desk: Desk, token: string) {
  const { user, from, title } = readUnsubscription(desk, token)
  await turnOff(desk, { user, from })
  desk.sessionCache.forget()
  return title
}

const turnOff = (desk: Desk, { user, from }: Unsubscription) =>
  changeUser(desk, user, (person) => {
    const preferences = preferencesOf(person)
    const off = eventsOf(from).map((event) => [event, { ...preferences.matrix[event], mail: false }])
    const matrix = { ...preferences.matrix, ...Object.fromEntries(off) }
    return { set: { notifications: { ...preferences, matrix } } }
  })

const eventsOf = (from: Unsubscribable) =>
  from === 'all' ? eventNames.filter((event) => event !== 'account') : [from]
