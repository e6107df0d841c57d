import type { DeliveryView } from './use-deliveries.ts'

export const stateNames: Record<DeliveryView['state'], string> = {
  sending: 'Sending',
  held: 'Held',
  sent: 'Sent',
  refused: 'Refused',
  dropped: 'Not sent',
}

/** "status-changed" becomes "Status changed". */
export function aboutName(about: string): string {
  const words = about.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Not account mails, whose links only their owners may request, and not cards and comments, which are no notifications. */
const resendable = new Set([
  'account-created',
  'assigned',
  'taken-over',
  'released',
  'left-open',
  'mentioned',
  'commented',
  'waiting',
  'status-changed',
  'resolved',
  'file-failed',
])

export const canResend = ({ about, to, state }: DeliveryView) =>
  to !== null && resendable.has(about) && state !== 'sending' && state !== 'held'
