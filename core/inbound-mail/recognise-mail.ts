import type { Desk } from '../desk.ts'
import type { MailProblem } from '../outbox/entry.ts'
import type { Visibility } from '../tickets/comments/comment.ts'
import { isStaff } from '../tickets/permissions.ts'
import type { Ticket } from '../tickets/ticket.ts'
import type { User } from '../users/user.ts'
import { isAuthenticated } from './authentication-results.ts'
import { automaticMailReason } from './automatic-mail.ts'
import type { MailHead } from './mail-head.ts'

/**
 * How the desk gets mail.
 * @property address the desk's own @property authservId see `isAuthenticated`; null: the author's address is believed
 * @property answersUnknown whether senders without an account hear that their mail was not filed
 */
export type MailPolicy = { address: string; authservId: string | null; answersUnknown: boolean }

/** What a mail is. @property person whose it is; null: its author has no account */
export type Recognised =
  | { is: 'ignored'; reason: string }
  | { is: 'refused'; problem: MailProblem; to: string; person: User | null }
  | { is: 'reply'; person: User; ticket: Ticket; visibility: Visibility }
  | { is: 'new'; person: User }

/**
 * Finds out whose mail it is and what it answers. A reply is taken from its signed address if it comes from the confirmed
 * address of the person for whom that was signed, or if it answers one of the desk's mails to them.
 * @param host in the Message-IDs of the desk's mails
 */
export async function recogniseMail(
  desk: Pick<Desk, 'users' | 'tickets' | 'deliveries' | 'replyAddresses'>,
  head: MailHead,
  { address, authservId, answersUnknown, host }: MailPolicy & { host: string },
): Promise<Recognised> {
  const { from } = head
  const reason = automaticMailReason(head, { address, host })
  if (reason) return { is: 'ignored', reason }
  if (!from) return { is: 'ignored', reason: 'it names no author, or several' }
  // No answer: it would go to whoever the sender pretends to be.
  if (authservId && !isAuthenticated(head.fields.get('authentication-results') ?? [], authservId, from))
    return { is: 'ignored', reason: 'its sender is not authenticated' }
  const person = await desk.users.findPersonByEmail(from)
  if (!person?.active || !person.emailVerified)
    return answersUnknown
      ? { is: 'refused', problem: 'unknown-sender', to: from, person: null }
      : { is: 'ignored', reason: 'its sender has no account' }
  const ids = [person._id, ...(await desk.users.mergedInto(person._id)).map(({ _id }) => _id)]
  const signed = await findBySignature(desk, head, ids)
  if (signed === 'not-theirs') return { is: 'refused', problem: 'wrong-sender', to: from, person }
  if (signed) return { is: 'reply', person, ...signed }
  const answered = await findByReference(desk, head, ids, host)
  if (!answered) return { is: 'new', person }
  // The mail doesn't say what it was about, so that staff who answer it write to each other.
  const isInternal = isStaff(person) && answered.requester.id !== person._id
  return { is: 'reply', person, ticket: answered, visibility: isInternal ? 'internal' : 'public' }
}

/** @returns null without a signed address @param ids of the sender's account, and of those merged into it */
async function findBySignature(
  { replyAddresses, tickets }: Pick<Desk, 'tickets' | 'replyAddresses'>,
  { recipients }: MailHead,
  ids: string[],
) {
  const signed = recipients.flatMap((one) => replyAddresses?.read(one) ?? [])
  for (const one of signed.slice(0, maxSigned)) {
    const ticket = await tickets.findByNumber(one.number)
    const { visibility } = one
    if (ticket && ids.some((user) => replyAddresses?.isFor(one, { ticket, user, visibility })))
      return { ticket, visibility }
  }
  return signed.length > 0 ? ('not-theirs' as const) : null
}

const maxSigned = 5
const maxReferences = 10

/** The delivery of one of the desk's mails. Its Message-ID is made from the delivery's id: see mail.ts. */
export function deliveryIdOf(messageId: string, host: string): string | null {
  const ending = `@${host}>`
  return messageId.endsWith(ending) ? messageId.slice(1, -ending.length).replaceAll('.', ':') : null
}

/** The ticket of one of the desk's mails to this person. */
async function findByReference(
  { deliveries, tickets }: Pick<Desk, 'tickets' | 'deliveries'>,
  { messageIds }: MailHead,
  ids: string[],
  host: string,
): Promise<Ticket | null> {
  const ours = messageIds.flatMap((id) => deliveryIdOf(id, host) ?? []).slice(0, maxReferences)
  for (const id of ours) {
    const sent = await deliveries.find(id)
    if (sent?.ticket && sent.channel === 'mail' && sent.to && ids.includes(sent.to))
      return tickets.find(sent.ticket)
  }
  return null
}
