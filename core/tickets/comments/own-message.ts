import { idFromKey } from '../../ids.ts'
import type { Ticket } from '../ticket.ts'
import type { Comment, CommentPlace } from './comment.ts'

/** The key of the comment that a message on Slack becomes. */
export const slackKey = (channel: string, ts: string) => `slack:${channel}:${ts}`

/** The key of the public comment that an internal note becomes when its author sends it to the requester. */
export const sentNoteKey = (noteKey: string) => `${noteKey}:sent`

/** Whether the comment is shown in this place by the message that it was written in, not by one of the desk's. */
export const isOwnMessage = (
  place: CommentPlace,
  { _id, relayed }: Pick<Comment, '_id' | 'relayed'>,
  { surfaces }: Pick<Ticket, 'surfaces'>,
): boolean => keysOf(place, relayed[place], surfaces).some((key) => _id === idFromKey(key))

function keysOf(place: CommentPlace, message: string | undefined, surfaces: Ticket['surfaces']): string[] {
  if (message === undefined) return []
  if (place === 'discord' || place === 'discordRequester') return [`discord:${message}`]
  const { channel } = surfaces[place] ?? {}
  if (channel === undefined) return []
  const key = slackKey(channel, message)
  return place === 'slack' ? [key] : [key, sentNoteKey(key)]
}
