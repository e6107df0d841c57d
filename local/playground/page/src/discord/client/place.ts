import type { DiscordScreen } from '../../../../../discord/screen-shape.ts'

/** Where a person begins: the desk's channel. */
export const firstPlace = (screen: DiscordScreen): string | null => screen.channels[0]?.id ?? null

export function placeName(screen: DiscordScreen, id: string | null): string {
  if (id === screen.direct.id) return screen.bot.global_name ?? screen.bot.username
  const thread = screen.threads.find(({ channel }) => channel.id === id)
  return thread?.channel.name ?? screen.channels.find((channel) => channel.id === id)?.name ?? ''
}

/** How the text box names where one writes. */
export function addressOf(screen: DiscordScreen, id: string): string {
  const name = placeName(screen, id)
  if (id === screen.direct.id) return `@${name}`
  return screen.threads.some(({ channel }) => channel.id === id) ? `“${name}”` : `#${name}`
}
