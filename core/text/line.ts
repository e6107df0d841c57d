import { z } from 'zod'

/**
 * What no one-line field may hold: control characters and line breaks, and the marks that override the direction of text
 * (Unicode UAX #9). With them, a name could break a card or pass for another one. Nor may it hold lone surrogates, which no
 * pattern names that other languages can read.
 */
const forbidden = '\\u0000-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069'
/** Characters that show nothing: white space, joiners, fillers, variation selectors. */
const invisible =
  '\\s\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2060-\\u206f\\u2800\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0'

/** Matches text with at least `least` characters between two that can be seen, or with one that can be seen. */
const longEnough = (least: number) =>
  new RegExp(least > 1 ? `[^${invisible}][\\s\\S]{${least - 2},}[^${invisible}]` : `[^${invisible}]`, 'u')

const oneLine = 'Use one line, without control characters.'

/**
 * A one-line field that a person fills in: a title, a name, a tag. It is trimmed. JSON Schema describes the same texts,
 * so the patterns use no Unicode classes, which not every program knows.
 * @param least minimum length in characters; 0: may be empty @param most maximum length in characters
 * @param message for a text that is too short @param also another pattern, with its message
 */
export function lineSchema(
  least: number,
  most: number,
  message = 'Write something.',
  also?: [pattern: RegExp, message: string],
) {
  const any = also ? z.string().regex(...also) : z.string()
  const line = any.regex(new RegExp(`^[^${forbidden}]*$`, 'u'), oneLine)
  return (least > 0 ? line.regex(longEnough(least), message) : line)
    .refine((text) => text.isWellFormed(), oneLine)
    .refine((text) => text.length <= most || [...text].length <= most, {
      message: `Use at most ${most} characters.`,
      abort: true,
    })
    .meta({ maxLength: most })
    .trim()
}

/**
 * Makes one line of a text that can't be refused, such as a name on Slack or one stored by an older version. Line breaks
 * and control characters become a space, and marks of direction go.
 */
export const safeLine = (text: string) =>
  text
    .toWellFormed()
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(new RegExp(`[${forbidden}]+`, 'gu'), ' ')

/** A name from a chat profile, made fit for a one-line field of at most 80 characters. @param fallback when nothing is left */
export function nameFrom(profile: string, fallback: string): string {
  const name = [...safeLine(profile).trim()].slice(0, 80).join('').trim()
  return longEnough(1).test(name) ? name : fallback
}
