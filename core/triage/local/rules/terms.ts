const term = /\.?[\p{L}\p{M}\p{N}]+(?:[.'/_-][\p{L}\p{M}\p{N}]+)*[+#]*/gu
const inside = /['./_-]/

/** Scripts that put no spaces between words. */
export const noSpaces = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** Long enough for a ticket; a pasted log must not make triage slow. In characters. */
export const maxText = 10_000

/** One spelling for all that people type: lower case, straight apostrophes, half-width letters. */
export const plainSpelling = (text: string) =>
  text.slice(0, maxText).normalize('NFKC').toLowerCase().replaceAll('’', "'")

/** Between “Excel” and “のマクロ”. */
const scriptChange =
  /(?<=[a-z0-9+#])(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?=[a-z0-9])/gu

/**
 * The terms of a text in plain spelling. “c++”, “.net”, “node.js” and “wi-fi” are terms.
 * @param known whether a term with a sign inside is one; otherwise its parts are
 */
export const termsOf = (plain: string, known: (term: string) => boolean): string[] =>
  (plain.replace(scriptChange, ' ').match(term) ?? []).flatMap((one) =>
    inside.test(one) && !known(one) ? one.split(inside).filter(Boolean) : one,
  )
