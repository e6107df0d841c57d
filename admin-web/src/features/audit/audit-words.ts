import type { AuditAction, AuditEntry } from '../../../../core/audit/audit-entry.ts'
import type { AuditView } from '../../shared/http/answers.ts'

/** What was done, as the filter names it. */
const actionNames: Partial<Record<AuditAction, string>> = {
  'signed-in': 'Signed in',
  'sign-in-failed': 'Sign-in failed',
  'sessions-ended': 'Signed out devices',
  'password-changed': 'Password changed',
  'password-reset-asked': 'Password reset asked for',
  'link-followed': 'Link followed',
  'account-created': 'Account created',
  'account-invited': 'Invited',
  'account-changed': 'Account changed',
  'api-key-created': 'API key made',
  'api-key-revoked': 'API key revoked',
  'ticket-deleted': 'Ticket deleted',
}

/** "account-changed" is "Account changed". */
export const actionName = (action: AuditAction) =>
  actionNames[action] ?? capitalised(action.replaceAll('-', ' '))

/** Whom or what it was done to, unless it is the person themself. */
export function aboutWords({ actor, about }: Pick<AuditView, 'actor' | 'about'>): string | null {
  if (!about || about.id === actor?.id) return null
  return about.kind === 'api-key' ? `“${about.name}”` : about.name
}

const noteWords: Record<string, string> = {
  one: 'one device',
  all: 'all devices',
  'all others': 'all other devices',
  invite: 'the link of an invitation',
  setup: 'the first start’s link',
  confirm: 'the link that confirms an address',
  reset: 'the link that resets a password',
}
export const noteOf = (note: string) => noteWords[note] ?? note

/** "role: user → moderator" */
export function changeWords({ field, from, to }: AuditEntry['changes'][number]): string {
  return from === null || from === undefined
    ? `${field}: ${valueWords(to)}`
    : `${field}: ${valueWords(from)} → ${valueWords(to)}`
}

function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none'
  if (Array.isArray(value)) return value.map(valueWords).join(', ') || 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const surfaceNames: Record<AuditEntry['from']['surface'], string> = {
  slack: 'Slack',
  discord: 'Discord',
  web: 'the console',
  api: 'the API',
  desk: 'the desk',
  terminal: 'a terminal',
}

/** "from the console, 127.0.0.1" */
export const fromWords = ({ surface, address }: AuditEntry['from']) =>
  `from ${surfaceNames[surface]}${address ? `, ${address}` : ''}`

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
