import type { RawFile } from 'discord.js'
import { type APIMessage, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord-api-types/v10'
import type { Sending } from '../../../core/notifications/messengers/sending.ts'
import { RefusedByProvider, TextRefused } from '../../../core/provider-errors.ts'
import type { Calls } from './calls.ts'
import { findSent } from './find-sent.ts'

export type Posting = {
  channel: string
  channelKind?: 'desk' | 'direct'
  body: RESTPostAPIChannelMessageJSONBody
  /** The body without what people wrote, for when Discord refuses their text. */
  plain: RESTPostAPIChannelMessageJSONBody
  files?: RawFile[] | undefined
  sending: Omit<Sending, 'key'>
  since: string | undefined
  isIt: (message: APIMessage) => boolean
}

/** Posts a message unless an earlier try posted it. @returns the message's id @throws RefusedByProvider: it is only looked for */
export async function postOnce(
  calls: Pick<Calls, 'call'>,
  { channel, channelKind, body, plain, files, sending, since, isIt }: Posting,
): Promise<string> {
  const earlier = sending.mayExist ? await findSent(calls, { channel, since, isIt }) : null
  if (earlier) return earlier
  if (sending.onlyFind) throw notPosted()
  const post = (content: RESTPostAPIChannelMessageJSONBody) =>
    calls.call<APIMessage>('post', Routes.channelMessages(channel), {
      body: { ...content, enforce_nonce: true },
      channelKind,
      files,
      thread: channelKind ? undefined : channel,
    })
  const { id } = await withoutRefusedText(
    () => post(body),
    () => post(plain),
  )
  return id
}

export const notPosted = () => new RefusedByProvider('It was deleted before it was posted')

/** Shows a message in plain words if Discord refuses what people wrote. The refusal is logged for admins. */
export const withoutRefusedText = <T>(full: () => Promise<T>, plain: () => Promise<T>): Promise<T> =>
  full().catch((error: unknown) => {
    if (!(error instanceof TextRefused)) throw error
    return plain()
  })
