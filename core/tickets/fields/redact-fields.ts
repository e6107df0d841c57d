import { findSecrets, withoutSecrets } from '../../secrets/find-secrets.ts'
import { answerWords } from './answer-words.ts'
import type { TicketField } from './ticket-field.ts'

/** A text without secrets, where a label says what it is: "Password" makes a password of any answer. */
export async function redactedAfter(label: string, text: string): Promise<string> {
  const start = label.length + 2
  const line = `${label}: ${text}`
  const secrets = (await findSecrets(line)).filter((secret) => secret.end > start)
  return withoutSecrets(
    text,
    secrets.map((secret) => ({
      ...secret,
      start: Math.max(0, secret.start - start),
      end: secret.end - start,
    })),
  )
}

/** Takes secrets out of the answers. A number has no room for a mark, so it goes. */
export const redactedFields = (fields: readonly TicketField[]): Promise<TicketField[]> =>
  Promise.all(
    fields.map(async (field) => {
      const words = answerWords(field.value)
      const redacted = await redactedAfter(field.label, words)
      if (redacted === words) return field
      return { ...field, value: typeof field.value === 'string' ? redacted : null }
    }),
  )
