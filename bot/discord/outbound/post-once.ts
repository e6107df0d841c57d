import type { RawFile } from 'discord.js'
import { type APIMessage, type RESTPostAPIChannelMessageJSONBody, Routes } from 'discord-api-types/v10'
import { TextRefused } from '../../../core/provider-errors.ts'
import type { Calls } from './calls.ts'
import { findSent } from './find-sent.ts'

export type Posting = {
  channel: string
  channelKind?: 'desk' | 'direct'
  body: RESTPostAPIChannelMessageJSONBody
  /** The body without what people wrote, for when Discord refuses their text. */
  plain: RESTPostAPIChannelMessageJSONBody
  files?: RawFile[] | undefined
  mayExist: boolean
  since: string | undefined
  isIt: (message: APIMessage) => boolean
}

/** Posts a message unless an earlier try posted it. @returns the message's id */
export async function postOnce(
  calls: Pick<Calls, 'call'>,
  { channel, channelKind, body, plain, files, mayExist, since, isIt }: Posting,
): Promise<string> {
  const earlier = mayExist ? await findSent(calls, { channel, since, isIt }) : null
  if (earlier) return earlier
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

/** Shows a message in plain words if Discord refuses what people wrote. The refusal is logged for admins. */
export const withoutRefusedText = <T>(full: () => Promise<T>, plain: () => Promise<T>): Promise<T> =>
  full().catch((error: unknown) => {
    if (!(error instanceof TextRefused)) throw error
    return plain()
  })
