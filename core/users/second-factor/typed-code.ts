import { z } from 'zod'

export const codeSchema = z
  .string()
  .min(1, 'Enter a code.')
  .max(100)
  .describe('the six digits that the app shows, or a recovery code. Spaces and hyphens don’t count')

export type TypedCode = { kind: 'app' | 'recovery'; code: string }

const digits = /^\d{6}$/
const notInCodes = /[\s\u200b-\u200f\u2060\ufeff-]|[\u2010-\u2015]/g

/** Reads what people type or paste: with spaces or hyphens, in lower case, in full-width digits. */
export function readTypedCode(text: string): TypedCode {
  const code = text.normalize('NFKC').replace(notInCodes, '').toUpperCase()
  return { kind: digits.test(code) ? 'app' : 'recovery', code }
}
