/**
 * `sending`: started, and retried until it ends in another state. `held`: waits for the end of quiet hours, for the
 * digest or for a resend. `dropped`: was held, but outdated or undeliverable when it was due.
 */
export const deliveryStates = ['sending', 'held', 'sent', 'refused', 'dropped'] as const
