/**
 * Turns Discord's Markdown into text for other surfaces. Mentions and custom emoji become names, timestamps become
 * dates.
 * @param mentions the people whom the message mentions
 */
export function fromDiscordMarkdown(
  content: string,
  mentions: readonly { id: string; name: string }[],
): string {
  const names = new Map(mentions.map(({ id, name }) => [id, name]))
  return content
    .replace(/<@!?(\d+)>/g, (_, id: string) => `@${names.get(id) ?? 'someone'}`)
    .replace(/<@&\d+>/g, '@team')
    .replace(/<#\d+>/g, '#channel')
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/<t:(-?\d{1,12})(?::[a-zA-Z])?>/g, (_, at: string) => new Date(Number(at) * 1_000).toUTCString())
    .trim()
}
