import { SnowflakeUtil } from 'discord.js'

/** The lowest id that Discord can have assigned at this time. @param ms since 1970 */
export const snowflakeAt = (ms: number) =>
  String(SnowflakeUtil.generate({ timestamp: Math.floor(ms), increment: 0n, workerId: 0n, processId: 0n }))

/** When an id was assigned, in ms since 1970. */
export const timeOf = (snowflake: string) => SnowflakeUtil.timestampFrom(snowflake)

/** Compares two ids. Ids grow with time. */
export const isNewer = (one: string, other: string) => BigInt(one) > BigInt(other)
