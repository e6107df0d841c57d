/**
 * What a check of the set-up found. A `problem` keeps the service from working, `advice` keeps only part of it.
 * @property text what is missing, as a clause @property remedy what to do about it, as a sentence
 */
export type Finding = { level: 'problem' | 'advice'; text: string; remedy: string }

/** All findings as one line: "the bot lacks Manage Threads. Give it …". */
export const findingsInWords = (findings: readonly Finding[]): string =>
  findings.map(({ text, remedy }) => `${text}. ${remedy}`).join('; ')
