import type { Desk } from '../desk.ts'
import { isRefusal } from '../errors.ts'
import { idFromKey } from '../ids.ts'
import { answerMail } from '../notifications/mail/answer-mail.ts'
import { addComment } from '../tickets/comments/add-comment.ts'
import { openTicket } from '../tickets/open-ticket.ts'
import { isDeliveryReport, readBounce } from './bounce.ts'
import { createMailFiles, type MailFiles } from './mail-files.ts'
import type { MailHead } from './mail-head.ts'
import { bodyOf } from './mail-text.ts'
import { type MailPart, openMail } from './open-mail.ts'
import { deliveryIdOf, type MailPolicy, type Recognised, recogniseMail } from './recognise-mail.ts'
import type { ReplyReader } from './reply-reader.ts'
import { titleOfMail } from './title-of-mail.ts'
import { withoutSignature } from './without-signature.ts'

/** @property maxBytes of one mail as it travels @property host in the Message-IDs of the desk's mails */
export type InboundMail = {
  desk: Desk
  policy: MailPolicy
  maxBytes: number
  host: string
  reader: ReplyReader
}

/** What became of a mail. */
export type MailOutcome = 'commented' | 'filed' | 'refused' | 'ignored'
type Known = Extract<Recognised, { is: 'reply' | 'new' }>

/**
 * Takes in one mail: an answer becomes a comment, any other mail of a person with a confirmed address a ticket. A mail that
 * arrives again changes nothing. Returns once the mail is stored, so that its source may forget it.
 * @param source the mail as it travels (RFC 5322)
 * @throws too-large; too-many when its sender has written many in a short time; whatever may succeed later
 */
export async function receiveMail(
  inbound: InboundMail,
  source: AsyncIterable<Uint8Array>,
): Promise<MailOutcome> {
  const { desk, policy, host } = inbound
  const { head, parts, stop } = await openMail(source, inbound.maxBytes)
  if (isDeliveryReport(head)) return takeReport(inbound, parts)
  const mail = await recogniseMail(desk, head, { ...policy, host })
  if (mail.is === 'reply') return takeReply(inbound, mail, head, parts)
  if (mail.is === 'new') return takeNew(inbound, mail, head, parts)
  stop()
  if (mail.is === 'refused') await answerMail(desk, mail)
  desk.log.info({ mail: head.messageId, reason: reasonOf(mail) }, `A mail was ${mail.is}`)
  return mail.is
}

/** Marks the delivery of a mail that came back. Only who got the mail knows its Message-ID. */
async function takeReport({ desk, host }: InboundMail, parts: AsyncIterable<MailPart>): Promise<MailOutcome> {
  const bounce = await readBounce(parts)
  const delivery = bounce && deliveryIdOf(bounce.messageId, host)
  if (bounce && delivery) await desk.deliveries.bounced(delivery, `Came back: ${bounce.reason}`, desk.now())
  desk.log.info({ delivery, reason: bounce?.reason ?? 'it reports no failure' }, 'A delivery report arrived')
  return 'ignored'
}

const reasonOf = (mail: Exclude<Recognised, Known>) => (mail.is === 'ignored' ? mail.reason : mail.problem)

/** The same for a mail that arrives again. Without a Message-ID, mails with the same head are the same. */
const intakeKey = ({ person }: Known, { messageId, fields }: MailHead) =>
  `mail:${person._id}:${messageId ?? idFromKey(JSON.stringify([...fields]))}`

async function takeReply(
  { desk, reader }: InboundMail,
  mail: Extract<Known, { is: 'reply' }>,
  head: MailHead,
  parts: AsyncIterable<MailPart>,
): Promise<MailOutcome> {
  const { person, ticket, visibility } = mail
  const files = createMailFiles(desk, { by: person._id, ticketBytes: ticket.fileBytes ?? 0 })
  const text = await reader.read(await readText(parts, files))
  const body = await bodyOf(text, files)
  if (!body && files.ids().length === 0) return refuse(desk, mail, 'empty')
  try {
    const input = { body, visibility, files: files.ids() }
    const key = intakeKey(mail, head)
    const comment = await addComment(desk, person, { ticket: ticket._id, surface: 'mail', key, input })
    await files.removeUnlisted(comment.files)
    return 'commented'
  } catch (error) {
    if (!isRefusal(error) || error.kind === 'too-many') throw error
    return refuse(desk, mail, 'not-allowed')
  }
}

async function takeNew(
  { desk }: InboundMail,
  mail: Extract<Known, { is: 'new' }>,
  head: MailHead,
  parts: AsyncIterable<MailPart>,
): Promise<MailOutcome> {
  const { person } = mail
  const files = createMailFiles(desk, { by: person._id, ticketBytes: 0 })
  const text = withoutSignature(await readText(parts, files)).trim()
  const title = titleOfMail(head.subject, text, person.name)
  const description = (await bodyOf(text, files)) || title
  const input = { title, description, urgency: 'normal' as const, files: files.ids() }
  const key = intakeKey(mail, head)
  const { ticket } = await openTicket(desk, person, { key, source: 'mail', input })
  await files.removeUnlisted(ticket.files)
  // Also for a mail that arrives again: the process that filed it may have been killed before this.
  await answerMail(desk, { problem: null, to: person.email ?? '', person, ticket })
  return 'filed'
}

async function refuse(desk: Desk, { person }: Known, problem: 'empty' | 'not-allowed'): Promise<MailOutcome> {
  await answerMail(desk, { problem, to: person.email ?? '', person })
  desk.log.info({ user: person._id, reason: problem }, 'A mail was refused')
  return 'refused'
}

/** Reads all parts. @returns the text */
async function readText(parts: AsyncIterable<MailPart>, files: MailFiles): Promise<string> {
  let text = ''
  for await (const part of parts) {
    if (part.type === 'text') text = part.text ?? ''
    else await files.take(part)
  }
  return text
}
