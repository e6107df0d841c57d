import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { WebClient } from '@slack/web-api'
import type {
  OpenedFile,
  OutgoingFile,
  SlackFile,
  SlackPlace,
} from '../../../core/notifications/messengers.ts'
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

/**
 * Uploads files and shows them in a thread by one message.
 * https://docs.slack.dev/messaging/working-with-files#upload
 * @returns the ids of those that Slack took
 */
export async function uploadToSlack(
  client: WebClient,
  files: OutgoingFile[],
  { channel, ts }: SlackPlace,
  inTurn: Pace,
): Promise<Map<OutgoingFile, string>> {
  const uploaded = new Map<OutgoingFile, string>()
  for (const file of files) {
    const id = await upload(client, file)
    if (id) uploaded.set(file, id)
  }
  const [first, ...more] = [...uploaded].map(([{ name: title }, id]) => ({ id, title }))
  const shown = { channel_id: channel, thread_ts: ts }
  if (first)
    await inTurn(channel, () => client.files.completeUploadExternal({ files: [first, ...more], ...shown }))
  return uploaded
}

/** @returns null when Slack doesn't take it */
async function upload(client: WebClient, { name, size, open }: OutgoingFile): Promise<string | null> {
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

/** What Slack says of this file, or that the installed app may not upload. All else is tried again. */
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

/** Names what was posted for files. @property message ts of the message with the links */
export type PostedFiles = { ids: string[]; message: string | null }

export const writePosted = ({ ids, message }: PostedFiles) => `${ids.join(',')}|${message ?? ''}`

export function readPosted(posted: string): PostedFiles {
  const [ids = '', message = ''] = posted.split('|')
  return { ids: ids.split(',').filter(Boolean), message: message || null }
}
