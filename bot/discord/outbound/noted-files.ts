import { type APIMessage, MessageFlags, Routes } from 'discord-api-types/v10'
import type { OutgoingFile } from '../../../core/notifications/messengers/sending.ts'
import { isNewer } from '../snowflake.ts'
import type { Calls } from './calls.ts'
import { findSent } from './find-sent.ts'

type Sized = readonly Pick<OutgoingFile, 'size'>[]

/**
 * Names a message with files that is about to be posted: the channel, the newest message there, and the files' sizes.
 * Discord changes the names of files, and keeps no nonce in the history.
 */
export const writeNoted = ({ thread, after, files }: { thread: string; after: string; files: Sized }) =>
  `${thread}/>${after}/${sizesOf(files)}`

/** E.g. "5+1024". */
export const sizesOf = (files: Sized) => files.map(({ size }) => size).join('+')

/** After which message an earlier attempt posted in this thread. Null: there was none, or in another thread */
export function postedAfter(thread: string, noted: string | null): string | null {
  const [channel, after = ''] = noted?.split(',')[0]?.split('/') ?? []
  return channel === thread && after.startsWith('>') ? after.slice(1) : null
}

/** The newest message of a channel, or the channel's own id, which is older than all of its messages. */
export async function newestIn({ call }: Pick<Calls, 'call'>, channel: string): Promise<string> {
  const query = new URLSearchParams({ limit: '1' })
  const [newest] = await call<APIMessage[]>('get', Routes.channelMessages(channel), { query })
  return newest?.id ?? channel
}

/** Recognises the desk's message with files of these sizes that was posted after another. */
export const matchesFiles =
  (after: string, sizes: string) =>
  ({ id, attachments, embeds, flags, message_reference }: APIMessage): boolean =>
    isNewer(id, after) &&
    ((flags ?? 0) & MessageFlags.SuppressEmbeds) !== 0 &&
    embeds.length === 0 &&
    !message_reference &&
    sizesOf(attachments) === sizes

/** @param place a posted message, or one that was only noted @returns its id; null: it isn't there */
export async function messageOf(calls: Pick<Calls, 'call'>, place: string): Promise<string | null> {
  const [channel = '', message = '', sizes = ''] = place.split('/')
  if (!message.startsWith('>')) return message
  const after = message.slice(1)
  return findSent(calls, { channel, since: after, isIt: matchesFiles(after, sizes) })
}
