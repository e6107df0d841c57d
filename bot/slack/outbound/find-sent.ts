import type { WebClient } from '@slack/web-api'
import { messageKeyOf } from './message-key.ts'

const pageSize = 200
const maxPages = 5

type Found = { ts?: string; metadata?: { event_type?: string; event_payload?: object } }

const withKey = (messages: Found[] | undefined, key: string) =>
  messages?.find((message) => messageKeyOf(message) === key)?.ts ?? null

/** Searches the conversation's 100 newest messages. @returns the message's ts, or null */
export async function findInConversation(client: WebClient, channel: string, key: string) {
  const { messages } = await client.conversations.history({ channel, limit: 100, include_all_metadata: true })
  return withKey(messages, key)
}

type Thread = { channel: string; ts: string }

/** Searches the thread's first 1,000 replies, since Slack lists the oldest first. @returns the message's ts, or null */
export async function findInThread(client: WebClient, thread: Thread, key: string) {
  for await (const messages of pagesOf(client, thread)) {
    const ts = withKey(messages, key)
    if (ts) return ts
  }
  return null
}

/** Ids of the files in a thread. Slack keeps no metadata with them. */
export async function filesInThread(client: WebClient, thread: Thread) {
  const found = new Set<string>()
  for await (const messages of pagesOf(client, thread))
    for (const { files = [] } of messages) for (const { id } of files) if (id) found.add(id)
  return found
}

/** What the desk has posted in a thread, without the message that started it. */
export async function deskMessagesInThread(client: WebClient, thread: Thread) {
  const found: { messages: string[]; files: string[] } = { messages: [], files: [] }
  for await (const messages of pagesOf(client, thread))
    for (const { bot_id, ts, files = [] } of messages)
      if (bot_id && ts && ts !== thread.ts) {
        found.messages.push(ts)
        found.files.push(...files.flatMap(({ id }) => id ?? []))
      }
  return found
}

async function* pagesOf(client: WebClient, thread: Thread) {
  let cursor: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const { messages, response_metadata } = await client.conversations.replies({
      ...thread,
      limit: pageSize,
      include_all_metadata: true,
      ...(cursor ? { cursor } : {}),
    })
    yield messages ?? []
    cursor = response_metadata?.next_cursor
    if (!cursor) return
  }
}
