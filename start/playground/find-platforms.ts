import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Configuration } from '../../core/configuration/configuration.ts'
import { exists } from '../../local/exists.ts'
import { choosePlatforms } from './choose-platforms.ts'
import type { Platforms } from './start-platforms.ts'

/**
 * Finds out whether this desk gets local platforms. Their code is loaded only then.
 * @param dataFolder absolute; nothing may have been put into it yet, so that a new desk is known as such
 * @returns starts them
 */
export async function findPlatforms(
  configuration: Configuration,
  dataFolder: string,
): Promise<() => Promise<Platforms | null>> {
  const [hasPlayground, isNew] = await Promise.all([
    exists(path.join(dataFolder, 'playground')),
    readdir(dataFolder).then(
      (names) => names.length === 0,
      () => true,
    ),
  ])
  const chosen = choosePlatforms(configuration, { hasPlayground, isNew })
  return async () => {
    if (!chosen) return null
    const { startPlatforms } = await import('./start-platforms.ts')
    return startPlatforms(dataFolder, chosen)
  }
}
