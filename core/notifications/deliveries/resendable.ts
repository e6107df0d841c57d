import { type Topic, ticketTopics } from '../../outbox/topics.ts'

/** Not the other account mails, whose links only their owners may request, and not cards, comments and digests. */
const resendable: ReadonlySet<string> = new Set<Topic>([...ticketTopics, 'account-created'])

/** Whether an admin may have a notification sent again, from what it is about. */
export const isResendable = (about: string): about is Topic => resendable.has(about)
