import type { Message } from './workspace.ts'

export type EphemeralMessage = Message & { channel: string }
export type EphemeralMessages = ReturnType<typeof createEphemeralMessages>

/** The messages that only one person sees, by person, in the order they came. */
export function createEphemeralMessages(changed: () => void) {
  const byPerson = new Map<string, EphemeralMessage[]>()
  const of = (userId: string) => byPerson.get(userId) ?? []
  const keep = (userId: string, messages: EphemeralMessage[]) => {
    byPerson.set(userId, messages)
    changed()
  }

  return {
    of,
    post: (userId: string, message: EphemeralMessage) => keep(userId, [...of(userId), message]),
    update: (userId: string, ts: string, content: Partial<Message>) =>
      keep(
        userId,
        of(userId).map((message) => (message.ts === ts ? { ...message, ...content } : message)),
      ),
    remove: (userId: string, ts: string) =>
      keep(
        userId,
        of(userId).filter((message) => message.ts !== ts),
      ),
  }
}
