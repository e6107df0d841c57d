/** Shortens text to at most `max` UTF-16 units, including the ellipsis. Never splits a surrogate pair. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Makes plain text safe in Slack's mrkdwn: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export const escapeMrkdwn = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/**
 * Keeps Markdown that a person wrote from notifying anyone. Slack reads `<!channel>` and `<@U…>` in a `markdown` block
 * too. A word joiner breaks them and, unlike an escape, is invisible in code as well.
 */
export const withoutPings = (markdown: string) => markdown.replace(/<(?=[@!#])/g, '<\u2060')
