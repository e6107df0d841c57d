import type { Scanner } from './attachments/clamd.ts'
import type { FileBytes } from './attachments/file-bytes.ts'
import type { FileLimits } from './attachments/file-limits.ts'
import type { FileLinks } from './attachments/file-links.ts'
import type { FileStore } from './attachments/file-store.ts'
import type { AuditStore } from './audit/audit-store.ts'
import type { CannedReplyStore } from './canned-replies/canned-reply-store.ts'
import type { CatalogCache } from './catalog/catalog-cache.ts'
import type { CatalogStore } from './catalog/catalog-store.ts'
import type { SecondFactorRule } from './configuration/second-factor-rule.ts'
import type { SignUpRule } from './configuration/sign-up-rule.ts'
import type { LeaseStore } from './database/lease-store.ts'
import type { LiveFeed } from './live/live-feed.ts'
import type { Log } from './log.ts'
import type { DeliveryStore } from './notifications/deliveries/delivery-store.ts'
import type { ReplyAddresses } from './notifications/mail/reply-address.ts'
import type { UnsubscribeTokens } from './notifications/mail/unsubscribe-token.ts'
import type { ScheduledStore } from './notifications/scheduled/scheduled-store.ts'
import type { OutboxQueue } from './outbox/entry.ts'
import type { Relay } from './outbox/relay.ts'
import type { Seal } from './seal.ts'
import type { TextStore } from './search/text-store.ts'
import type { AnswerTimes } from './tickets/answer-times.ts'
import type { CommentStore } from './tickets/comments/comment-store.ts'
import type { ReadMarkStore } from './tickets/read-marks/read-mark-store.ts'
import type { NextNumber } from './tickets/store/number-allocator.ts'
import type { TicketStore } from './tickets/store/ticket-store.ts'
import type { Affinities } from './triage/affinity.ts'
import type { DutyClock } from './triage/duty-clock.ts'
import type { CurrentModel } from './triage/models/current-model.ts'
import type { ModelStore } from './triage/models/model-store.ts'
import type { TicketIndex } from './triage/similar/ticket-index.ts'
import type { ApiKeyCache } from './users/api-keys/api-key-cache.ts'
import type { ApiKeyStore } from './users/api-keys/api-key-store.ts'
import type { AccountLimits } from './users/limits/account-limits.ts'
import type { LinkStore } from './users/mail-links/link-store.ts'
import type { AttemptLimits } from './users/sign-in/attempt-limits.ts'
import type { PasswordHasher } from './users/sign-in/password-hasher.ts'
import type { SessionCache } from './users/sign-in/session-cache.ts'
import type { SessionStore } from './users/sign-in/session-store.ts'
import type { Tokens } from './users/sign-in/tokens.ts'
import type { UserStore } from './users/user-store.ts'

/** Everything the use cases work with. The composition root creates it once. */
export type Desk = {
  tickets: TicketStore
  /** how long tickets usually wait for an answer; may be ten minutes old */
  answerTimes: () => Promise<AnswerTimes>
  /** who solves which category well; may be ten minutes old */
  affinities: () => Promise<Affinities>
  comments: CommentStore
  /** what is known of files; `fileBytes` has their content */
  files: FileStore
  fileBytes: FileBytes
  fileLimits: FileLimits
  fileLinks: FileLinks
  /** null: no virus scanner is configured */
  scanner: Scanner | null
  /** who has read which ticket */
  readMarks: ReadMarkStore
  /** search texts of tickets */
  texts: TextStore
  /** finds tickets like another; may be a few seconds old */
  similar: TicketIndex
  /** rebuilds the search texts of a person's tickets */
  projectTextsOf: (person: string) => Promise<void>
  users: UserStore
  sessions: SessionStore
  sessionCache: SessionCache
  apiKeys: ApiKeyStore
  apiKeyCache: ApiKeyCache
  /** the desk's lists of skills and categories; `read` may be a second old */
  catalog: CatalogStore & CatalogCache
  cannedReplies: CannedReplyStore
  /** what the local engine has learned; `current` may be a second old */
  triageModels: ModelStore & CurrentModel
  links: LinkStore
  audit: AuditStore
  /** log of sent notifications */
  deliveries: DeliveryStore
  /** notifications to send after quiet hours, in a digest, on another channel, or again */
  scheduledNotifications: ScheduledStore
  unsubscribeTokens: UnsubscribeTokens
  /** null: the desk gets no mail, so nobody reads answers */
  replyAddresses: ReplyAddresses | null
  passwords: PasswordHasher
  tokens: Tokens
  /** makes cursors of lists unreadable for clients */
  cursorSeal: Seal
  /** encrypts the keys of authenticator apps */
  secondFactorSeal: Seal
  secondFactorRule: SecondFactorRule
  /** encrypts what a browser keeps while its user signs in with another provider */
  signInSeal: Seal
  attempts: AttemptLimits
  signUpRule: SignUpRule
  /** how many unresolved tickets of one requester count for the load of moderators */
  countedPerRequester: number
  /** in how many minutes an assigned ticket of medium priority must be claimed; null: no deadline */
  claimMinutes: number | null
  /** how long anybody has been on duty */
  dutyClock: DutyClock
  /** whether moderators see and handle all tickets */
  moderatorsSeeAll: boolean
  /** how much one person may do in a while */
  limits: AccountLimits
  nextNumber: NextNumber
  /** lease of the process that is assigning tickets */
  assignments: LeaseStore
  /** leases of the processes that hold the chat connections */
  gateways: LeaseStore
  /** lease of the process that is merging accounts */
  merges: LeaseStore
  /** lease of the process that is training a model */
  trainings: LeaseStore
  relay: Relay['relay']
  /** sends changed tickets to clients */
  live: LiveFeed
  /** @throws when the database does not answer within 2 s */
  askDatabase: () => Promise<void>
  enabledQueues: ReadonlySet<OutboxQueue>
  now: () => Date
  log: Log
}
