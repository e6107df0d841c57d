import type { z } from 'zod'
import type { auditViewSchema } from '../../../../core/audit/audit-view.ts'
import type { PermissionName } from '../../../../core/tickets/actions/permission-names.ts'
import type { CommentView } from '../../../../core/tickets/comments/comment-view.ts'
import type { ListedTicketView, TicketSummary } from '../../../../core/tickets/lists/listed-view.ts'
import type { TicketView } from '../../../../core/tickets/ticket-view.ts'
import type { apiKeyViewSchema } from '../../../../core/users/api-keys/own-api-keys.ts'
import type { PagePurpose } from '../../../../core/users/mail-links/find-link.ts'
import type { UserView } from '../../../../core/users/user-view.ts'

export type { CommentView, ListedTicketView, TicketSummary, TicketView, UserView }

export type May = Record<PermissionName, boolean>
export type TicketAnswer = { ticket: TicketView; may: May }
export type TicketPage = { tickets: ListedTicketView[]; next: string | null; corrected: string | null }
export type CommentPage = { comments: CommentView[]; next: string | null }
export type AuditView = z.infer<typeof auditViewSchema>
export type AuditPage = { entries: AuditView[]; next: string | null }
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>
export type UserPage = { users: UserView[]; next: string | null }
/** `needsSetUp`: nothing else works before two-step sign-in is set up */
export type SessionAnswer = { user: UserView; needsSetUp: boolean }
/** The answer of every way to sign in: a session, or a token to send with a code of the second factor. */
export type SignInAnswer = SessionAnswer | { secondFactor: { token: string; expiresAt: string } }
export type LinkAnswer = {
  purpose: PagePurpose
  user: string | null
  email: string | null
  name: string | null
  confirmed: boolean
  next: string
}

export type ServiceState = { state: 'up' | 'down' | 'not configured'; detail: string }
export type Health = {
  status: 'ok' | 'degraded'
  services: Record<string, ServiceState>
  pending: { documents: number; oldestSeconds: number }
}

export type MailSummary = { id: string; from: string; to: string; subject: string; date: string }
export type Mail = MailSummary & { text: string; html: string | null; replyTo: string | null }
/** What became of a mail to the desk. */
export type MailOutcome = 'commented' | 'filed' | 'refused' | 'ignored'
