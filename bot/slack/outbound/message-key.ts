import type { MessageMetadata } from '@slack/types'

const eventType = 'deskbridge_message'

/** Metadata that lets a later try find a sent message. @param key the outbox entry's id */
export const keyMetadata = (key: string): MessageMetadata => ({
  event_type: eventType,
  event_payload: { key },
})

/** The key of a message that the desk sent, undefined for any other message. */
export function messageKeyOf(
  message: { metadata?: { event_type?: string; event_payload?: object } } | undefined,
): string | undefined {
  if (message?.metadata?.event_type !== eventType) return
  const payload: { key?: unknown } = message.metadata.event_payload ?? {}
  return typeof payload.key === 'string' ? payload.key : undefined
}
