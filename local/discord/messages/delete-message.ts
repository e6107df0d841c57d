import type { StoredMessage, World } from '../world.ts'
import { dispatchFor } from './message-events.ts'

export function deleteMessage(world: World, message: StoredMessage): void {
  const { id, channel_id } = message.data
  world.messages.delete(id)
  world.kept.removeMessage(id)
  if (!message.onlyFor) dispatchFor(world, channel_id, 'MESSAGE_DELETE', { id, channel_id }, 'Messages')
  world.changes.emit('change')
}

/** A bulk deletion, by a moderation bot: one event for 2 to 100 messages, none for each. */
export function deleteInBulk(world: World, channelId: string, ids: string[]): void {
  if (ids.length < 2 || ids.length > 100) throw new Error('A bulk deletion takes 2 to 100 messages')
  for (const id of ids) {
    world.messages.delete(id)
    world.kept.removeMessage(id)
  }
  dispatchFor(world, channelId, 'MESSAGE_DELETE_BULK', { ids, channel_id: channelId }, 'Messages')
  world.changes.emit('change')
}
