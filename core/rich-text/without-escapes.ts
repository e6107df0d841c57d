/**
 * Stored Markdown without its escapes, for search. Cheaper than reading it, and with its formatting, which does not
 * matter there.
 */
export const withoutEscapes = (markdown: string): string =>
  markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('&#x20;', ' ')
