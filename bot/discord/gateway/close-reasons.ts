import { GatewayCloseCodes } from 'discord-api-types/v10'

const tokenRejected =
  'Discord rejects the token. Set DISCORD_TOKEN to the bot’s token from the developer portal'

/** Close codes after which the library does not reconnect: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const remedies: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: tokenRejected,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord rejects the bot. Switch on “Message Content Intent” for it in the developer portal',
}

export const closeReason = (code: number) => remedies[code] ?? `Discord closed the connection (${code})`

/** @param error from `client.login` */
export function loginFailure(error: Error & { code?: unknown }): string {
  return error.code === 'TokenInvalid' ? tokenRejected : `cannot reach Discord (${error.message})`
}
