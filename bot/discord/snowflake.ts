/** https://discord.com/developers/docs/reference#snowflakes: milliseconds since 2015 above 22 other bits. */
const discordEpoch = 1_420_070_400_000n

/** The first id that Discord can have given at this time. @param ms since 1970 */
export const snowflakeAt = (ms: number) => String((BigInt(Math.floor(ms)) - discordEpoch) << 22n)

/** When an id was given, in milliseconds since 1970. */
export const timeOf = (snowflake: string) => Number((BigInt(snowflake) >> 22n) + discordEpoch)

/** Ids grow with time. */
export const isNewer = (one: string, other: string) => BigInt(one) > BigInt(other)
