/**
 * `sending`: started, and retried until it is one of the others. `held`: waits for the end of quiet hours or for the
 * digest. `dropped`: was held, and outdated when its time came.
 */
export const deliveryStates = ['sending', 'held', 'sent', 'refused', 'dropped'] as const
