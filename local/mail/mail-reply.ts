import { type Attachment, composeMail } from './compose-mail.ts'
import type { MailMessage } from './mail-folder.ts'

/**
 * The answer that the recipient of a mail sends, as a mail program makes it: to its Reply-To, in its thread, and with the
 * mail quoted below.
 */
export function replyTo(mail: MailMessage, text: string, attachments: Attachment[] = []): Promise<Buffer> {
  const { headers, messageId, references, from, subject, date } = mail
  const quoted = mail.text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')
  return composeMail({
    from: mail.to[0] ?? '',
    to: headers['reply-to'] ?? from,
    subject: /^re:/i.test(subject) ? subject : `Re: ${subject}`,
    text: `${text}\n\nOn ${date.toUTCString()}, ${from} wrote:\n\n${quoted}\n`,
    attachments,
    ...(messageId ? { inReplyTo: messageId, references: [...references, messageId] } : {}),
  })
}
