import { type Sentence, sentence } from '../../text/sentence.ts'
import type { MailWords } from '../mail/mail.ts'

/** @property text e.g. "Tue 09:12 Resolved: #42 Printer on fire" */
export type DigestLine = { ticket: string; text: Sentence; url: string }

const counted = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`

/** The content of a digest, grouped by ticket, in the order of the lines. */
export function composeDigest(lines: DigestLine[], appUrl: string): MailWords {
  const byTicket = Map.groupBy(lines, ({ ticket }) => ticket)
  return {
    subject: sentence`Your digest: ${counted(lines.length, 'message')} on ${counted(byTicket.size, 'ticket')}`,
    body: [sentence`Your notifications since the last digest:`],
    lists: [...byTicket.values()].map((news) => ({
      lines: news.map(({ text }) => text),
      url: news[0]?.url ?? appUrl,
    })),
    action: { label: sentence`Open Deskbridge`, url: appUrl },
  }
}
