import { DiscordAPIError } from 'discord.js'
import { RESTJSONErrorCodes, Routes } from 'discord-api-types/v10'
import type { Log } from '../../../core/log.ts'
import type { OutgoingReaction } from '../../../core/notifications/messengers/sending.ts'
import { RefusedByProvider } from '../../../core/provider-errors.ts'
import { isStatusReaction } from '../messages/reactions.ts'
import type { Calls } from './calls.ts'
import { providerErrorOf } from './provider-error.ts'

/**
 * Adds the desk's own reaction to a message, or takes it away. An archived thread stays archived.
 * @throws RefusedByProvider when it can't be shown, e.g. for lack of a permission: nothing else has to wait for it
 */
export async function reactOnDiscord(
  { bare }: Pick<Calls, 'bare'>,
  { emoji, isShown }: OutgoingReaction,
  { channel, message }: { channel: string; message: string },
  log: Log,
): Promise<void> {
  if (isStatusReaction(emoji)) throw new RefusedByProvider('The desk marks messages with this emoji')
  const route = Routes.channelMessageOwnReaction(channel, message, encodeURIComponent(emoji))
  await bare(isShown ? 'put' : 'delete', route).catch((error: unknown) => {
    if (error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.MissingPermissions)
      throw new RefusedByProvider(`Discord: ${error.message}`)
    throw providerErrorOf(error, undefined, log)
  })
}
