import { GatewayCloseCodes } from 'discord-api-types/v10'
import { findingsInWords } from '../../../core/finding.ts'
import { tokenRejected } from '../setup/findings.ts'

const rejected = findingsInWords([tokenRejected])

/** Close codes after which the library does not reconnect: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const remedies: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: rejected,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord rejects the bot. Switch on “Message Content Intent” for it in the developer portal',
}

export const closeReason = (code: number) => remedies[code] ?? `Discord closed the connection (${code})`

/** @param error from `client.login` */
export function loginFailure(error: Error & { code?: unknown }): string {
  return error.code === 'TokenInvalid' ? rejected : `cannot reach Discord (${error.message})`
}
