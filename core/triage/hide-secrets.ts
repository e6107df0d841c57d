import { findSecrets, secretKindsIn, withoutSecrets } from '../secrets/find-secrets.ts'
import type { Ticket } from '../tickets/ticket.ts'

type Words = Pick<Ticket, 'title' | 'description' | 'urgency'>

/** The ticket as an engine may see it, and the kinds of secrets that it holds. */
export async function hideSecrets({ title, description, urgency }: Words) {
  const shown = async (text: string) => withoutSecrets(text, await findSecrets(text))
  const words: Words = { title: await shown(title), description: await shown(description), urgency }
  return { words, secrets: await secretKindsIn(title, description) }
}
