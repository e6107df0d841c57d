import type { MessageMetadata } from '@slack/types'

const eventType = 'deskbridge_message'

/** Marks a message, so that a later try finds that it was sent. @param key the outbox entry's id */
export const marked = (key: string): MessageMetadata => ({ event_type: eventType, event_payload: { key } })

/** The key in a message that the desk sent; undefined for any other message. */
export function keyOf(
  message: { metadata?: { event_type?: string; event_payload?: object } } | undefined,
): string | undefined {
  if (message?.metadata?.event_type !== eventType) return
  const payload: { key?: unknown } = message.metadata.event_payload ?? {}
  return typeof payload.key === 'string' ? payload.key : undefined
}
