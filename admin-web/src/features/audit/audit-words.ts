import type { AuditAction, AuditEntry } from '../../../../core/audit/audit-entry.ts'
import type { AuditView } from '../../shared/http/answers.ts'
import { surfaceWords } from '../../shared/surfaces/surface-words.ts'

/** The name of each action in the filter. */
const actionNames: Partial<Record<AuditAction, string>> = {
  'signed-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'sessions-ended': 'Signed out devices',
  'password-changed': 'Password changed',
  'password-reset-asked': 'Password reset requested',
  'sign-in-link-asked': 'Sign-in link requested',
  'link-followed': 'Link followed',
  'second-factor-on': 'Two-step sign-in turned on',
  'second-factor-off': 'Two-step sign-in turned off',
  'second-factor-reset': 'Two-step sign-in reset',
  'second-factor-failed': 'Wrong code at sign-in',
  'recovery-code-used': 'Recovery code used',
  'recovery-codes-made': 'Recovery codes renewed',
  'account-created': 'Account created',
  'account-invited': 'Invited',
  'account-changed': 'Account changed',
  'account-merged': 'Accounts merged',
  'api-key-created': 'API key created',
  'api-key-revoked': 'API key revoked',
  'ticket-deleted': 'Ticket deleted',
  'catalog-changed': 'Skills or categories changed',
  'canned-reply-changed': 'Canned reply changed',
  'delivery-resent': 'Message resent',
  'triage-training-asked': 'Training of triage requested',
  'triage-model-used': 'Triage model changed',
}

/** What somebody did: follows their name, and leads to whom or what it was done to. */
const verbs: Partial<Record<AuditAction, string>> = {
  'signed-in': 'signed in',
  'sign-in-failed': 'could not sign in',
  'sessions-ended': 'signed out',
  'password-changed': 'changed their password',
  'password-reset-asked': 'requested a password reset',
  'sign-in-link-asked': 'requested a sign-in link',
  'link-followed': 'followed',
  'second-factor-on': 'turned on two-step sign-in',
  'second-factor-off': 'turned off two-step sign-in',
  'second-factor-reset': 'reset two-step sign-in of',
  'second-factor-failed': 'entered a wrong code as',
  'recovery-code-used': 'used a recovery code',
  'recovery-codes-made': 'made new recovery codes',
  'account-created': 'created an account',
  'account-invited': 'invited',
  'account-changed': 'changed the account of',
  'account-merged': 'merged the account of',
  'api-key-created': 'created the API key',
  'api-key-revoked': 'revoked the API key',
  'ticket-deleted': 'deleted the ticket',
  'catalog-changed': 'changed',
  'canned-reply-changed': 'changed the canned reply',
  'delivery-resent': 'resent a message to',
  'triage-training-asked': 'requested training of',
  'triage-model-used': 'switched triage to',
}

/** The name of an action in the filter: "Account changed". */
export const actionName = (action: AuditAction) =>
  actionNames[action] ?? capitalised(action.replaceAll('-', ' '))

/** Words between the verb and whom it was done to. */
const links: Partial<Record<AuditAction, string>> = {
  'sign-in-failed': ' as',
  'password-reset-asked': ' for',
  'sign-in-link-asked': ' for',
  'account-created': ' for',
}

/** What somebody did to their own account, where the verb asks for an object. */
const toThemselves: Partial<Record<AuditAction, string>> = {
  'account-changed': 'changed their own account',
  'account-merged': 'merged their own accounts',
  'delivery-resent': 'resent a message to themselves',
  'second-factor-failed': 'entered a wrong code',
  'second-factor-reset': 'reset their own two-step sign-in',
}

type WhoAndWhom = Pick<AuditView, 'actor' | 'about'>

/** "changed the account of", "could not sign in as" */
export function actionWords({ action, actor, about }: WhoAndWhom & Pick<AuditView, 'action'>): string {
  const verb = verbs[action] ?? `· ${actionName(action)}`
  if (isOwn({ actor, about })) return toThemselves[action] ?? verb
  return `${verb}${about ? (links[action] ?? '') : ''}`
}

const isOwn = ({ actor, about }: WhoAndWhom) => about !== null && about.id === actor?.id

/** Whom or what it was done to; null when it was the person's own account. */
export function aboutWords({ actor, about }: WhoAndWhom): string | null {
  if (!about || isOwn({ actor, about })) return null
  return quoted.has(about.kind) ? `“${about.name}”` : about.name
}

const quoted: ReadonlySet<string> = new Set(['api-key', 'skill', 'category', 'canned-reply'])

const noteWords: Record<string, string> = {
  one: 'one device',
  all: 'all devices',
  'all others': 'all other devices',
  invite: 'an invitation link',
  setup: 'the setup link',
  confirm: 'an address confirmation link',
  reset: 'a password reset link',
  'sign-in': 'a sign-in link',
  'slack-sign-in': 'a sign-in link from Slack',
}

/** Whether a note continues the sentence: "signed out all devices". */
export const isPartOfSentence = (note: string) => note in noteWords
export const noteOf = (note: string) => noteWords[note] ?? note

/** "role: user → moderator" */
export function changeWords({ field, from, to }: AuditEntry['changes'][number]): string {
  const before = from === null || from === undefined ? '' : `${valueWords(from)} → `
  return `${fieldWords(field)}: ${before}${valueWords(to)}`
}

/** "onDuty" becomes "on duty". */
const fieldWords = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (Array.isArray(value)) return value.map(valueWords).join(', ') || 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object' && 'name' in value) return String(value.name)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** "from the console, 127.0.0.1" */
export const fromWords = ({ surface, address }: AuditEntry['from']) =>
  `from ${surfaceWords[surface]}${address ? `, ${address}` : ''}`

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
