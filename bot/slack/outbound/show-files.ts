import type { WebClient } from '@slack/web-api'
import type { FileSending, OutgoingFile } from '../../../core/notifications/messengers/sending.ts'
import type { SlackPlace } from '../../../core/notifications/messengers/slack-messenger.ts'
import { ignoreRefusal } from '../../../core/provider-errors.ts'
import { readPosted, shareInThread, uploadToSlack, writePosted } from './files.ts'
import { filesInThread, findInThread } from './find-sent.ts'
import type { Pace } from './pace.ts'

/**
 * Shows files in the card's thread, once: themselves where Slack takes them, else as links. Their ids are noted before
 * anybody sees them.
 * @param postLinks posts one message, once @returns names what was posted
 */
export async function showFilesOnce(
  { client, inTurn }: { client: WebClient; inTurn: Pace },
  { files, card }: { files: OutgoingFile[]; card: SlackPlace },
  { key, noted, note }: FileSending,
  postLinks: (files: OutgoingFile[]) => Promise<string>,
): Promise<string> {
  const earlier = noted ? readPosted(noted).files : null
  const ids = earlier && (await areShown(client, card, earlier)) ? earlier : await uploadAndShare()
  const links = files.filter((_, index) => !ids[index])
  return writePosted({ files: ids, message: links.length > 0 ? await postLinks(links) : null })

  async function uploadAndShare() {
    const uploaded: (string | null)[] = []
    for (const file of files) uploaded.push(await uploadToSlack(client, file))
    await note(writePosted({ files: uploaded, message: null, key }))
    await shareInThread(client, files, uploaded, card, inTurn)
    return uploaded
  }
}

async function areShown(client: WebClient, card: SlackPlace, files: (string | null)[]): Promise<boolean> {
  const shown = await filesInThread(client, card)
  return files.every((id) => id === null || shown.has(id))
}

/** Deletes what was posted for files, or may have been posted. */
export async function removeShownFiles(
  client: WebClient,
  posted: string,
  card: SlackPlace,
  withErrors: <T>(call: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const { files, message, key } = readPosted(posted)
  for (const file of files)
    if (file) await withErrors(() => client.files.delete({ file })).catch(ignoreRefusal)
  const links = message ?? (key ? await withErrors(() => findInThread(client, card, key)) : null)
  if (links) await withErrors(() => client.chat.delete({ channel: card.channel, ts: links }))
}
