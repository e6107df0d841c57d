import { findSecrets, kindsOf, withoutSecrets } from '../secrets/find-secrets.ts'
import type { Ticket } from '../tickets/ticket.ts'

type Words = Pick<Ticket, 'title' | 'description' | 'urgency'>

/** The ticket as an engine may see it, and the kinds of secrets that it holds. */
export async function hideSecrets({ title, description, urgency }: Words) {
  const [inTitle, inDescription] = await Promise.all([findSecrets(title), findSecrets(description)])
  const words: Words = {
    title: withoutSecrets(title, inTitle),
    description: withoutSecrets(description, inDescription),
    urgency,
  }
  return { words, secrets: kindsOf([...inTitle, ...inDescription]) }
}
