/**
 * `sending`: begun, and tried again until it is one of the others. `held`: waits for the end of quiet hours or for the
 * digest. `dropped`: was held, and had nothing left to tell when its time came.
 */
export const deliveryStates = ['sending', 'held', 'sent', 'refused', 'dropped'] as const
