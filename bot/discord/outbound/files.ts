import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { RawFile } from 'discord.js'
import { type APIMessage, Routes } from 'discord-api-types/v10'
import type { DiscordMessenger } from '../../../core/notifications/messengers/discord-messenger.ts'
import type { OpenedFile, OutgoingFile } from '../../../core/notifications/messengers/sending.ts'
import { ignoreRefusal, RefusedByProvider, RetryLater } from '../../../core/provider-errors.ts'
import { filesMessage } from '../views/files.ts'
import type { Calls } from './calls.ts'
import { batchesOf } from './file-batches.ts'
import { matchesFiles, messageOf, newestIn, postedAfter, sizesOf, writeNoted } from './noted-files.ts'
import { nonceOf } from './once.ts'
import { postOnce } from './post-once.ts'

type FileSide = Pick<DiscordMessenger, 'openFile' | 'postFiles' | 'removeFiles'>

const downloadDeadlineMs = 120_000
const retryMs = 10_000

/** Fetches files that people sent on Discord, and shows those of other surfaces. @param uploads calls with a long deadline */
export const createFileSide = (calls: Calls, uploads: Calls): FileSide => ({
  async openFile({ discord }) {
    if ('url' in discord) return download(discord.url)
    const { channel, message, attachment } = discord
    // Addresses of files end after a day, so the message is read again for a fresh one.
    const route = Routes.channelMessage(channel, message)
    const { attachments } = await calls.call<APIMessage>('get', route, { thread: channel })
    const found = attachments.find(({ id }) => id === attachment)
    if (!found) throw new RefusedByProvider('Discord: the message has no such file any more')
    return download(found.url)
  },

  async postFiles(files, thread, sending) {
    const posted: string[] = []
    const batches = batchesOf(files)
    const after = postedAfter(thread, sending.noted) ?? (await newestIn(calls, thread))
    await sending.note(
      batches.map(({ uploaded }) => writeNoted({ thread, after, files: uploaded })).join(','),
    )
    for (const [part, batch] of batches.entries()) {
      const body = { ...filesMessage(batch.linked), nonce: nonceOf(`files:${part}`, sending) }
      const shows = matchesFiles(after, sizesOf(batch.uploaded))
      posted.push(
        await postOnce(uploads, {
          channel: thread,
          body,
          plain: body,
          files: await read(batch.uploaded),
          sending,
          since: after,
          isIt: (message) => shows(message) && !posted.includes(message.id),
        }),
      )
    }
    return posted.map((message) => `${thread}/${message}`).join(',')
  },

  async removeFiles(posted) {
    for (const place of posted.split(',')) {
      const [channel = ''] = place.split('/')
      const remove = async () => {
        const message = await messageOf(calls, place)
        if (message) await calls.call('delete', Routes.channelMessage(channel, message), { thread: channel })
      }
      await remove().catch(ignoreRefusal)
    }
  },
})

/** @throws RetryLater, RefusedByProvider when the file is gone */
async function download(url: string): Promise<OpenedFile> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(downloadDeadlineMs) }).catch(
    (error: Error) => {
      throw new RetryLater(`Discord: a file can’t be fetched: ${error.message}`, retryMs)
    },
  )
  if (answer.status === 404 || answer.status === 410 || !answer.body)
    throw new RefusedByProvider('Discord no longer has the file')
  if (!answer.ok) throw new RetryLater(`Discord answers ${answer.status} for a file`, retryMs)
  return {
    stream: Readable.fromWeb(answer.body),
    size: Number(answer.headers.get('content-length') ?? 0),
  }
}

/** The library sends only whole files. A batch has at most 10 MB. */
async function read(files: readonly OutgoingFile[]): Promise<RawFile[]> {
  const whole: RawFile[] = []
  for (const { name, type, open } of files)
    whole.push({ name, contentType: type, data: await buffer(await open()) })
  return whole
}
