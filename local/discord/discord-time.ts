/** @param at in milliseconds since 1970 */
export function toDiscordTime(at: number): string {
  return new Date(at).toISOString().replace('Z', '000+00:00')
}
