import { z } from 'zod'

/** Something, and `least` characters between its first and last that are no space. */
const longEnough = (least: number) => new RegExp(least > 1 ? `\\S[\\s\\S]{${least - 2},}\\S` : '\\S', 'u')

/**
 * What a person types; spaces around it don't count for `least`, and go. JSON Schema can't say that, nor can zod count
 * characters as JSON Schema does, where an emoji is one: the pattern and the limit say the same to both.
 * @param least characters, `most` characters
 */
export const textSchema = (least: number, most: number, message = 'Write something.') =>
  z
    .string()
    .regex(longEnough(least), message)
    .refine((text) => text.length <= most || [...text].length <= most, {
      message: `Use at most ${most} characters.`,
      abort: true,
    })
    .meta({ maxLength: most })
    .trim()
