import { escapeMarkdown } from '../rich-text/write-markdown.ts'
import { findSecrets, kindsOf, withoutSecrets } from '../secrets/find-secrets.ts'
import { answerLines } from '../tickets/fields/answer-words.ts'
import type { Ticket } from '../tickets/ticket.ts'

type Words = Pick<Ticket, 'title' | 'description' | 'urgency'>
type Asked = Words & Pick<Ticket, 'fields'>

/** The ticket as an engine may see it, its answers below the description, and the kinds of secrets that it holds. */
export async function hideSecrets({ title, fields, urgency, ...ticket }: Asked) {
  const answers = answerLines(fields)
  const description = answers ? `${ticket.description}\n\n${escapeMarkdown(answers)}` : ticket.description
  const [inTitle, inDescription] = await Promise.all([findSecrets(title), findSecrets(description)])
  const words: Words = {
    title: withoutSecrets(title, inTitle),
    description: withoutSecrets(description, inDescription),
    urgency,
  }
  return { words, secrets: kindsOf([...inTitle, ...inDescription]) }
}
