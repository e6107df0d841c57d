import type { Interaction } from 'discord.js'
import type { Log } from '../../../core/log.ts'

/**
 * Tracks interactions in progress, so that they can finish before the session closes.
 * @param handle returns undefined for an interaction that is not ours
 */
export function trackInteractions(
  handle: (interaction: Interaction) => Promise<unknown> | undefined,
  log: Log,
) {
  const inProgress = new Set<Promise<unknown>>()

  function onInteraction(interaction: Interaction) {
    const handled = handle(interaction)?.catch((error: unknown) =>
      log.warn({ err: error }, 'A Discord interaction could not be answered'),
    )
    if (!handled) return
    inProgress.add(handled)
    void handled.then(() => inProgress.delete(handled))
  }

  return { onInteraction, finished: () => Promise.all(inProgress) }
}
