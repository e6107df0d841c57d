import type { Topic } from '../../outbox/topics.ts'
import { readMarkdown } from '../../rich-text/read-markdown.ts'
import { shortened } from '../../rich-text/title.ts'
import { plainText } from '../../rich-text/write-plain.ts'
import { isMarkdown, type Sentence, sentence } from '../../text/sentence.ts'
import type { MailWords } from '../mail/mail.ts'
import type { TicketNotice } from '../ticket-notice/ticket-notice.ts'

/**
 * @property ticket its id
 * @property heading e.g. "#42 Printer on fire"
 * @property text e.g. "Tue 09:12 Resolved"
 */
export type DigestLine = { ticket: string; heading: Sentence; text: Sentence; url: string }

/** About two lines of a mail. */
const maxQuote = 140

/** What happened when, and the beginning of what was written. */
export function digestText(at: string, { event, body, topic }: TicketNotice): Sentence {
  const written = quoted.has(topic) ? body.find(isMarkdown) : undefined
  const quote = written && shortened(plainText(readMarkdown(written.markdown)).replace(/\s+/g, ' '), maxQuote)
  return quote ? sentence`${at} ${event}: “${quote}”` : sentence`${at} ${event}`
}

const quoted: ReadonlySet<Topic> = new Set(['commented', 'mentioned', 'resolved'])

const counted = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`

/** The content of a digest, grouped by ticket, in the order of the lines. */
export function composeDigest(lines: DigestLine[], appUrl: string): MailWords {
  const byTicket = Map.groupBy(lines, ({ ticket }) => ticket)
  return {
    subject: sentence`Your digest: ${counted(lines.length, 'message')} on ${counted(byTicket.size, 'ticket')}`,
    body: [sentence`Your notifications since the last digest:`],
    lists: [...byTicket.values()].map((news) => ({
      heading: news[0]?.heading ?? sentence``,
      lines: news.map(({ text }) => text),
      url: news[0]?.url ?? appUrl,
    })),
    action: { label: sentence`Open Deskbridge`, url: appUrl },
  }
}
