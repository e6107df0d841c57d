import { z } from 'zod'

/** Matches text with at least `least` characters, not counting white space around it. */
const longEnough = (least: number) => new RegExp(least > 1 ? `\\S[\\s\\S]{${least - 2},}\\S` : '\\S', 'u')

/**
 * Text that a person types. It is trimmed, and white space around it does not count towards `least`. JSON Schema has no
 * trimming, and zod counts an emoji as two characters, JSON Schema as one. The pattern and the refinement make both
 * accept the same texts.
 * @param least minimum length in characters; 0: may be empty @param most maximum length in characters
 */
export const textSchema = (least: number, most: number, message = 'Write something.') =>
  (least > 0 ? z.string().regex(longEnough(least), message) : z.string())
    .refine((text) => text.length <= most || [...text].length <= most, {
      message: `Use at most ${most} characters.`,
      abort: true,
    })
    .meta({ maxLength: most })
    .trim()
