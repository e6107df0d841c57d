import { isResendable } from '../../../../core/notifications/deliveries/resendable.ts'
import type { DeliveryView } from './use-deliveries.ts'

export const stateNames: Record<DeliveryView['state'], string> = {
  sending: 'Sending',
  held: 'Held',
  sent: 'Sent',
  refused: 'Refused',
  dropped: 'Not sent',
}

export const canResend = ({ about, to, state }: DeliveryView) =>
  to !== null && isResendable(about) && state !== 'sending' && state !== 'held'
