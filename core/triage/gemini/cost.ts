import type { GeminiSettings, Tokens } from './analyse-with-gemini.ts'

const million = 1_000_000

/** What a request cost, in the currency of the prices. Null without prices. */
export const costOf = ({ input, output }: Tokens, prices: GeminiSettings['prices']): number | null =>
  prices ? (input * prices.input + output * prices.output) / million : null
