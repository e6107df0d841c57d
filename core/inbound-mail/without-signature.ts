/** In lines. Anything longer is more likely a forwarded mail, or part of the text. */
const longestSignature = 12

/**
 * Cuts off the signature of a mail that files a ticket: what follows the last line of two dashes (RFC 3676, 4.3), at the
 * end of the mail. All else of such a mail counts, quotes too, since a forwarded mail is what it is about.
 */
export function withoutSignature(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  const at = lines.findLastIndex((line) => /^-- ?$/.test(line))
  const above = lines.slice(0, Math.max(at, 0)).join('\n')
  const isSignature = at >= 0 && lines.length - at - 1 <= longestSignature && above.trim() !== ''
  return isSignature ? above : text
}
