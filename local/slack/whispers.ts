import type { Desk } from './method.ts'
import type { Message } from './workspace.ts'

type Whisper = Message & { channel: string }

/** The messages that only one person sees, by person. */
export function createWhispers(changed: () => void) {
  const whispers = new Map<string, Whisper[]>()
  const whispered = (userId: string) => whispers.get(userId) ?? []
  const keep = (userId: string, messages: Whisper[]) => {
    whispers.set(userId, messages)
    changed()
  }
  const whisper: Desk['whisper'] = (userId, message) => keep(userId, [...whispered(userId), message])
  const rewhisper: Desk['rewhisper'] = (userId, ts, content) =>
    keep(
      userId,
      whispered(userId).flatMap((one) => (one.ts !== ts ? [one] : content ? [{ ...one, ...content }] : [])),
    )
  return { whispers, whispered, whisper, rewhisper }
}
