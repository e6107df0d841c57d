import type { DeliveryView } from './use-deliveries.ts'

/** What an admin reads of each state. */
export const stateNames: Record<DeliveryView['state'], string> = {
  sending: 'On its way',
  held: 'Waiting',
  sent: 'Sent',
  refused: 'Refused',
  dropped: 'Not sent',
}

/** "status-changed" is "Status changed". */
export function aboutName(about: string): string {
  const words = about.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Links in account mails are asked for by their owners; cards and comments are shown, not told. */
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
])

export const canResend = ({ about, to, state }: DeliveryView) =>
  to !== null && resendable.has(about) && state !== 'sending' && state !== 'held'
