import type { Desk } from '../../core/desk.ts'
import type { Health } from '../../core/health.ts'
import type { Provider } from '../../core/users/openid/provider.ts'
import type { AnyRoute } from '../route.ts'
import { accountLinkRoutes } from './account-links.ts'
import { apiKeyRoutes } from './api-keys.ts'
import { assigneeRoutes } from './assignees.ts'
import { auditRoutes } from './audit.ts'
import { cannedReplyRoutes } from './canned-replies.ts'
import { catalogRoutes } from './catalog.ts'
import { commentRoutes } from './comments.ts'
import { deliveryRoutes } from './deliveries.ts'
import { dutyRoutes } from './duty.ts'
import { fileRoutes } from './files.ts'
import { healthRoutes } from './health.ts'
import { inboundMailRoutes, type PostedMail } from './inbound-mail.ts'
import { type Mailbox, mailboxRoutes } from './mailbox.ts'
import { type MetricsParts, metricsRoutes } from './metrics.ts'
import { notificationRoutes } from './notifications.ts'
import { openIdRoutes } from './openid.ts'
import { passwordRoutes } from './passwords.ts'
import { secondFactorRoutes } from './second-factor.ts'
import { sessionRoutes } from './sessions.ts'
import { signInRoutes } from './sign-in.ts'
import { similarTicketRoutes } from './similar-tickets.ts'
import { streamRoutes } from './stream.ts'
import { ticketActionRoutes } from './ticket-actions.ts'
import { ticketListRoutes } from './ticket-lists.ts'
import { ticketRoutes } from './tickets.ts'
import { triageRoutes } from './triage.ts'
import { unsubscribeRoutes } from './unsubscribe.ts'
import { userRoutes } from './users.ts'
import { watcherRoutes } from './watchers.ts'

export type RouteParts = {
  desk: Desk
  health: () => Promise<Health>
  mailbox?: Mailbox | undefined
  /** absent: the desk gets no mail */
  inboundMail?: PostedMail | undefined
  metrics?: MetricsParts | undefined
  /** other services that people can sign in with */
  providers?: Provider[] | undefined
  secureCookies: boolean
}

/** All routes of the API. A route that is not listed here is neither served nor documented. */
export const allRoutes = ({
  desk,
  health,
  mailbox,
  inboundMail,
  metrics,
  providers = [],
  secureCookies,
}: RouteParts): AnyRoute[] => [
  ...signInRoutes(desk, secureCookies),
  ...openIdRoutes(desk, providers, secureCookies),
  ...passwordRoutes(desk, secureCookies),
  ...secondFactorRoutes(desk, secureCookies),
  ...sessionRoutes(desk, secureCookies),
  ...apiKeyRoutes(desk),
  ...userRoutes(desk),
  ...dutyRoutes(desk),
  ...accountLinkRoutes(desk),
  ...catalogRoutes(desk),
  ...cannedReplyRoutes(desk),
  ...ticketListRoutes(desk),
  ...ticketRoutes(desk),
  ...ticketActionRoutes(desk),
  ...assigneeRoutes(desk),
  ...similarTicketRoutes(desk),
  ...commentRoutes(desk),
  ...fileRoutes(desk),
  ...watcherRoutes(desk),
  ...streamRoutes(desk),
  ...triageRoutes(desk),
  ...auditRoutes(desk),
  ...notificationRoutes(desk),
  ...unsubscribeRoutes(desk),
  ...deliveryRoutes(desk),
  ...(mailbox ? mailboxRoutes(mailbox, inboundMail?.receive) : []),
  ...(inboundMail?.secret ? inboundMailRoutes(inboundMail) : []),
  ...healthRoutes(desk, health),
  ...(metrics ? metricsRoutes(metrics) : []),
]
