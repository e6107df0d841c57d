import type { User } from '../user.ts'

export type SlackHandle = { team: string; user: string }
export const handleKinds = ['slack', 'discord'] as const
export type HandleKind = (typeof handleKinds)[number]

export const slackKey = ({ team, user }: SlackHandle) => `slack:${team}:${user}`
export const discordKey = (discord: string) => `discord:${discord}`

/** What names the handles that somebody has of a kind, in words that are stored and logged. */
export function handleKeysOf({ slack, discord }: Pick<User, HandleKind>, kind: HandleKind): string[] {
  if (kind === 'slack') return slack ? [slackKey(slack)] : []
  return discord ? [discordKey(discord)] : []
}

const maxUnlinked = 50

/** Handles that were taken from an account stay out of it until a code links them anew. */
export const withUnlinked = ({ unlinked = [] }: Pick<User, 'unlinked'>, keys: string[]) =>
  [...new Set([...unlinked, ...keys])].slice(-maxUnlinked)

export const withoutUnlinked = ({ unlinked = [] }: Pick<User, 'unlinked'>, key: string) =>
  unlinked.filter((one) => one !== key)
