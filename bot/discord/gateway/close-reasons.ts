import { GatewayCloseCodes } from 'discord-api-types/v10'

const tokenRefused = 'Discord refuses the bot’s token: set DISCORD_TOKEN to the one in the developer portal'

/** The close codes after which the library gives up: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes */
const remedies: Partial<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: tokenRefused,
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses the bot: switch on “Message Content Intent” for it in the developer portal',
}

export const closedWords = (code: number) => remedies[code] ?? `Discord closed the connection (${code})`

/** @param error what `client.login` failed with */
export function loginWords(error: Error & { code?: unknown }): string {
  return error.code === 'TokenInvalid' ? tokenRefused : `Discord can't be reached: ${error.message}`
}
