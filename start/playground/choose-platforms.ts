import type { Configuration } from '../../core/configuration/configuration.ts'

/** Which platforms run on this machine. Null: none, and no playground. */
export type LocalPlatforms = { slack: boolean; discord: boolean }

type Known = {
  /** the data folder has a playground from an earlier start */
  hasPlayground: boolean
  /** the data folder is new, so nobody works with this desk yet */
  isNew: boolean
}

/**
 * A platform that isn't configured is a local one, for who tries the desk: on a data folder of its own, with nothing in
 * it that made-up people could get into. DESK_PLAYGROUND=1 allows it everywhere, except that production needs
 * DESK_LOCAL=1.
 */
export function choosePlatforms(
  configuration: Pick<
    Configuration,
    'playground' | 'standInsAllowed' | 'roles' | 'mongodbUri' | 'slack' | 'discord'
  >,
  { hasPlayground, isNew }: Known,
): LocalPlatforms | null {
  const { playground, standInsAllowed, roles, mongodbUri } = configuration
  const isOneProcess = (['api', 'worker', 'slack', 'discord'] as const).every((role) => roles.has(role))
  const isWanted = playground ?? (!mongodbUri && (hasPlayground || isNew))
  if (!isWanted || !standInsAllowed || !isOneProcess) return null
  const chosen = { slack: !configuration.slack, discord: !configuration.discord }
  return chosen.slack || chosen.discord ? chosen : null
}
