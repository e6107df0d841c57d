import type { APIThreadChannel } from 'discord-api-types/v10'

const discordEpochMs = 1_420_070_400_000

/** When a post was last written in. Ids hold their time: https://discord.com/developers/docs/reference#snowflakes */
export const lastActivityAt = ({ id, last_message_id }: APIThreadChannel): Date =>
  new Date(Number(BigInt(last_message_id ?? id) >> 22n) + discordEpochMs)
