import type { Desk } from '../../desk.ts'
import type { User } from '../user.ts'

/** The id of the device when it was signed in to this account before. @param token the one of its last sign-in */
export function knownDevice(desk: Pick<Desk, 'tokens'>, user: User | null, token: string | undefined) {
  const device = token === undefined ? null : desk.tokens.verifyDevice(token)
  return device && device.user === user?._id ? device.device : undefined
}
