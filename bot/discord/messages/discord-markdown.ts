/**
 * Discord's own notation in words that read well elsewhere: people by name, custom emoji by theirs, times as dates.
 * @param mentions the people that the message names
 */
export function plainWords(content: string, mentions: readonly { id: string; name: string }[]): string {
  const names = new Map(mentions.map(({ id, name }) => [id, name]))
  return content
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${names.get(id) ?? 'somebody'}`)
    .replace(/<@&\d+>/g, '@team')
    .replace(/<#\d+>/g, '#channel')
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/<t:(-?\d{1,12})(?::[a-zA-Z])?>/g, (_, at: string) => new Date(Number(at) * 1_000).toUTCString())
    .trim()
}
