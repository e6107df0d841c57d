import type { Configuration } from '../../core/configuration/configuration.ts'

/**
 * Which platforms run on this machine. Null: none, and no playground.
 * @property discord what the desk's channel in it is
 * @property alone the desk has no other chat, so everybody is there
 */
export type LocalPlatforms = {
  slack: boolean
  discord: 'text' | 'forum' | null
  alone: 'slack' | 'discord' | null
}

type Known = {
  /** the data folder has a playground from an earlier start */
  hasPlayground: boolean
  /** the data folder is new, so nobody works with this desk yet */
  isNew: boolean
}

type Read = Pick<
  Configuration,
  'playground' | 'playgroundPlatforms' | 'standInsAllowed' | 'roles' | 'mongodbUri' | 'slack' | 'discord'
>

/**
 * A platform that isn't configured is a local one, for who tries the desk: on a data folder of its own, with nothing in
 * it that made-up people could get into. DESK_PLAYGROUND=1 allows it everywhere, except that production needs
 * DESK_LOCAL=1.
 */
export function choosePlatforms(configuration: Read, { hasPlayground, isNew }: Known): LocalPlatforms | null {
  const { playground, standInsAllowed, roles, mongodbUri } = configuration
  const isOneProcess = (['api', 'worker', 'slack', 'discord'] as const).every((role) => roles.has(role))
  const isWanted = playground ?? (!mongodbUri && (hasPlayground || isNew))
  if (!isWanted || !standInsAllowed || !isOneProcess) return null
  const slack = !configuration.slack && configuration.playgroundPlatforms.has('slack')
  const discord = localDiscord(configuration)
  return slack || discord ? { slack, discord, alone: aloneOf(configuration, { slack, discord }) } : null
}

function aloneOf(configured: Read, { slack, discord }: Pick<LocalPlatforms, 'slack' | 'discord'>) {
  if (configured.slack || configured.discord || (slack && discord)) return null
  return slack ? 'slack' : 'discord'
}

function localDiscord({ discord, playgroundPlatforms }: Read): LocalPlatforms['discord'] {
  if (discord) return null
  if (playgroundPlatforms.has('discord-forum')) return 'forum'
  return playgroundPlatforms.has('discord') ? 'text' : null
}
