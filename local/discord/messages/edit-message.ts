import { MessageFlags } from 'discord-api-types/v10'
import { toDiscordTime } from '../discord-time.ts'
import { failures } from '../failures.ts'
import { type Json, numberIn } from '../validation/form.ts'
import { hasSomethingToShow, validateMessage } from '../validation/validate-message.ts'
import type { StoredMessage, World } from '../world.ts'
import { refuseBannedText } from './banned-text.ts'
import { applyBody } from './message-body.ts'
import { announce } from './message-events.ts'

/** Changes a message's body; fields left out stay. */
export function editMessage(world: World, message: StoredMessage, body: Json, mayBeEmpty = false): void {
  const { data } = message
  const channel = world.channels.get(data.channel_id)
  if (channel?.kind === 'thread' && channel.archived && !message.onlyFor) throw failures.threadArchived()
  const isV2 = ((data.flags ?? 0) | numberIn(body, 'flags')) & MessageFlags.IsComponentsV2
  validateMessage(body, isV2)
  refuseBannedText(world, data.author.id, body)
  const whole = {
    content: data.content,
    embeds: data.embeds,
    components: data.components,
    attachments: data.attachments,
    ...body,
  }
  if (!mayBeEmpty && !hasSomethingToShow(whole)) throw failures.emptyMessage()
  if (body.flags !== undefined && body.flags !== null) {
    const kept = (data.flags ?? 0) & ~MessageFlags.SuppressEmbeds
    data.flags =
      kept | (numberIn(body, 'flags') & (MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2))
  }
  // What takes the place of "thinking" is the answer itself, not a change of it.
  const wasThinking = ((data.flags ?? 0) & MessageFlags.Loading) !== 0
  data.flags = (data.flags ?? 0) & ~MessageFlags.Loading
  applyBody(world, message, body)
  if (!wasThinking) data.edited_timestamp = toDiscordTime(Date.now())
  message.edits += 1
  announce(world, 'MESSAGE_UPDATE', message)
}
