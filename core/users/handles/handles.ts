import type { User } from '../user.ts'

export type SlackHandle = { team: string; user: string }
export const handleKinds = ['slack', 'discord'] as const
export type HandleKind = (typeof handleKinds)[number]

export const slackKey = ({ team, user }: SlackHandle) => `slack:${team}:${user}`
export const discordKey = (discord: string) => `discord:${discord}`

/** The keys of a user's handles of one kind, as stored and logged. */
export function handleKeysOf({ slack, discord }: Pick<User, HandleKind>, kind: HandleKind): string[] {
  if (kind === 'slack') return slack ? [slackKey(slack)] : []
  return discord ? [discordKey(discord)] : []
}

const maxUnlinked = 50

/** The handles that stay unlinked until a code links them again. */
export const withUnlinked = ({ unlinked = [] }: Pick<User, 'unlinked'>, keys: string[]) =>
  [...new Set([...unlinked, ...keys])].slice(-maxUnlinked)

export const withoutUnlinked = ({ unlinked = [] }: Pick<User, 'unlinked'>, key: string) =>
  unlinked.filter((one) => one !== key)
