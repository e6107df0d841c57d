import type { Sentence } from '../../../core/text/sentence.ts'

/**
 * A time that Discord shows in the reader's zone and language. @param style `R`: "in 3 hours", `f`: date and time
 * https://discord.com/developers/docs/reference#message-formatting-timestamp-styles
 */
export const timestamp = (at: Date, style: 'R' | 'f'): Sentence => ({
  parts: [{ kind: 'words', text: `<t:${Math.floor(at.getTime() / 1_000)}:${style}>` }],
})
