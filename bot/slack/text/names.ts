/** What a message can refer to by id. */
export type Reference = 'user' | 'channel' | 'group'

/** The name of something on Slack, without "@" or "#". Undefined: unknown, so a general word is shown. */
export type NameOf = (kind: Reference, id: string) => string | undefined

const signs = { user: '@', channel: '#', group: '@' } as const
const unknown = { user: 'someone', channel: 'channel', group: 'group' } as const

/**
 * How a reference reads elsewhere, e.g. "@Ada Lovelace". Ids mean nothing outside Slack.
 * @param label the name that Slack sent with it, which people may have changed since
 */
export function referenceText(
  nameOf: NameOf,
  kind: Reference,
  id: string,
  label?: string | undefined,
): string {
  const sent = label?.replace(/^[@#]/, '')
  const name = kind === 'user' ? nameOf(kind, id) || sent : sent || nameOf(kind, id)
  return signs[kind] + (name || unknown[kind])
}
