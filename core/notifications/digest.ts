import type { MailWords } from './mail.ts'

/** @property text e.g. "Tue 09:12 Resolved: #42 Printer on fire" */
export type DigestLine = { ticket: string; text: string; url: string }

const counted = (many: number, one: string) => `${many} ${many === 1 ? one : `${one}s`}`

/** The content of a digest, grouped by ticket, in the order of the lines. */
export function composeDigest(lines: DigestLine[], appUrl: string): MailWords {
  const byTicket = Map.groupBy(lines, ({ ticket }) => ticket)
  return {
    subject: `Your digest: ${counted(lines.length, 'message')} on ${counted(byTicket.size, 'ticket')}`,
    body: ['Your notifications since the last digest:'],
    lists: [...byTicket.values()].map((news) => ({
      lines: news.map(({ text }) => text),
      url: news[0]?.url ?? appUrl,
    })),
    action: { label: 'Open Deskbridge', url: appUrl },
  }
}
