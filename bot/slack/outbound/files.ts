import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { WebClient } from '@slack/web-api'
import type { OpenedFile, OutgoingFile } from '../../../core/notifications/messengers/sending.ts'
import type { SlackFile, SlackPlace } from '../../../core/notifications/messengers/slack-messenger.ts'
import { RefusedByProvider, RetryLater } from '../../../core/provider-errors.ts'
import type { Pace } from './pace.ts'
import { refusalCodeOf } from './provider-error.ts'

/** For a whole file. */
const transferMs = 120_000
const soonMs = 5_000
const untilFixedMs = 10 * 60_000

/** Opens a file that somebody sent. Slack hands its bytes out to the app's token alone. */
export async function openSlackFile(
  client: WebClient,
  { botToken, apiUrl }: { botToken: string; apiUrl?: string | undefined },
  { slack }: SlackFile,
): Promise<OpenedFile> {
  const { file } = await client.files.info({ file: slack.file })
  const address = file?.url_private_download ?? file?.url_private
  if (!address) throw new RefusedByProvider('Slack: the file has no bytes')
  if (!isSlacks(address, apiUrl)) throw new RefusedByProvider('Slack: the file is kept elsewhere')
  const response = await fetch(address, {
    headers: { authorization: `Bearer ${botToken}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(transferMs),
  })
  if (response.status === 200 && response.body)
    return { stream: readable(response.body), size: file?.size ?? 0 }
  await response.body?.cancel()
  throw downloadError(response.status)
}

const readable = (body: Response['body']) => Readable.fromWeb(body as ReadableStream)

/** The token goes to Slack alone. Files from elsewhere (Google Drive, Box) are links to there. */
function isSlacks(address: string, apiUrl: string | undefined): boolean {
  const { hostname, protocol, origin } = new URL(address)
  return apiUrl === undefined
    ? protocol === 'https:' && hostname.endsWith('.slack.com')
    : origin === new URL(apiUrl).origin || (protocol === 'https:' && hostname.endsWith('.slack.com'))
}

/** Slack sends an app that may not read a file to its log-in page. */
function downloadError(status: number) {
  if (status === 404 || status === 410) return new RefusedByProvider('Slack: the file is gone')
  if (status >= 300 && status < 500 && status !== 429)
    return new RetryLater(`Slack: the file is not handed out (HTTP ${status})`, untilFixedMs)
  return new RetryLater(`Slack: HTTP ${status} for a file`, soonMs)
}

/** Shows uploaded files in a thread by one message. @param ids one for each file; null: Slack didn't take it */
export async function shareInThread(
  client: WebClient,
  files: OutgoingFile[],
  ids: (string | null)[],
  { channel, ts }: SlackPlace,
  inTurn: Pace,
): Promise<void> {
  const [first, ...more] = files.flatMap(({ name: title }, index) => {
    const id = ids[index]
    return id ? [{ id, title }] : []
  })
  const shown = { channel_id: channel, thread_ts: ts }
  if (first)
    await inTurn(channel, () => client.files.completeUploadExternal({ files: [first, ...more], ...shown }))
}

/**
 * Uploads a file that nobody sees yet. https://docs.slack.dev/messaging/working-with-files#upload
 * @returns its id; null when Slack doesn't take it
 */
export async function uploadToSlack(
  client: WebClient,
  { name, size, open }: OutgoingFile,
): Promise<string | null> {
  const place = await client.files.getUploadURLExternal({ filename: name, length: size }).catch(notTaken)
  if (!place?.upload_url || !place.file_id) return null
  const response = await fetch(place.upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'content-length': String(size) },
    body: Readable.toWeb(await open()),
    duplex: 'half',
    signal: AbortSignal.timeout(transferMs),
  } as RequestInit)
  await response.body?.cancel()
  if (response.ok) return place.file_id
  if (response.status < 500 && response.status !== 429) return null
  throw new RetryLater(`Slack: HTTP ${response.status} for an upload`, soonMs)
}

/** Slack refuses this file, or the installed app may not upload. Every other error is retried. */
const refusals = new Set([
  'invalid_arguments',
  'missing_scope',
  'file_upload_size_restricted',
  'file_type_restricted',
  'file_uploads_disabled',
  'storage_limit_reached',
])

function notTaken(error: unknown): null {
  if (refusals.has(refusalCodeOf(error) ?? '')) return null
  throw error
}

/**
 * Names what was posted for files.
 * @property files the id of each. Null: Slack didn't take it @property message ts of the message with the links
 * @property key of that message, while its ts is not known
 */
export type PostedFiles = { files: (string | null)[]; message: string | null; key?: string | undefined }

export const writePosted = ({ files, message, key }: PostedFiles) =>
  [files.join(','), message ?? '', ...(key ? [key] : [])].join('|')

export function readPosted(posted: string): PostedFiles {
  const [files = '', message = '', key] = posted.split('|')
  return { files: files.split(',').map((id) => id || null), message: message || null, key }
}
