import type { Desk } from '../../desk.ts'
import { idFromKey } from '../../ids.ts'
import type { MailProblem } from '../../outbox/entry.ts'
import type { Ticket } from '../../tickets/ticket.ts'
import { emailKeyOf, type User } from '../../users/user.ts'

const dayMs = 24 * 3_600_000
const confirmationEveryMs = 5 * 60_000

/** @property to the address that the mail came from @property problem why it was refused; null: it was filed */
export type MailAnswer = {
  to: string
  person: User | null
  problem: MailProblem | null
  ticket?: Ticket
}

/**
 * Schedules an answer that tells the sender of a mail what became of it. Each address gets at most one answer a day
 * about a problem, and one for all tickets filed within the same five minutes, so that two robots can't keep answering
 * each other. Safe to repeat.
 */
export async function answerMail(
  { scheduledNotifications, now }: Pick<Desk, 'scheduledNotifications' | 'now'>,
  { to, person, problem, ticket }: MailAnswer,
): Promise<void> {
  const at = ticket?.createdAt ?? now()
  const period = Math.floor(at.getTime() / (problem ? dayMs : confirmationEveryMs))
  const id = `mail-answer:${idFromKey(emailKeyOf(to))}:${problem ?? 'filed'}:${period}`
  await scheduledNotifications.add({
    _id: id,
    reason: 'mail-answer',
    person: person?._id ?? '',
    ticket: ticket?._id ?? null,
    outbox: [{ id, at: now(), queue: 'mail', kind: 'mail-answer', to, problem }],
  })
}
