import { isResendable } from '../../../../core/notifications/deliveries/resendable.ts'
import type { DeliveryView } from './use-deliveries.ts'

export const stateNames: Record<DeliveryView['state'], string> = {
  sending: 'Sending',
  held: 'Held',
  sent: 'Sent',
  refused: 'Refused',
  dropped: 'Not sent',
}

const moderatorsCard = 'moderators-card'

/** "status-changed" becomes "Status changed". */
export function aboutName(about: string): string {
  if (about === moderatorsCard) return 'Card for moderators'
  const words = about.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Where a message goes that has no recipient. */
export const placeName = (about: string) =>
  about === moderatorsCard ? 'the moderators’ channel' : 'the ticket’s thread'

export const canResend = ({ about, to, state }: DeliveryView) =>
  to !== null && isResendable(about) && state !== 'sending' && state !== 'held'
