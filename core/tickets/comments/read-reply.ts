import { type ReplyWords, replyLanguages } from './reply-words.ts'

/** A text as one language understands it: how many phrases of each kind, how many names, and how many words it does not know. */
export type Reading = Record<keyof ReplyWords | 'names' | 'unknown', number>

type Kind = keyof ReplyWords
type Matcher = { kind: Kind; pattern: RegExp }
type Language = { matchers: Matcher[]; unknown: RegExp; isWrittenTogether: boolean }

const kinds: readonly Kind[] = ['against', 'thanks', 'glad', 'solved', 'filler']

/** Accents don't count, and neither do the several signs for one letter. Hangul and kana stay whole. */
const normalised = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[’‘`´]/g, "'")
    .replaceAll('ß', 'ss')
    .replace(/[łŁ]/g, 'l')
    .replace(/[ıİ]/g, 'i')
    .replace(/[øØ]/g, 'o')
    .replace(/[æÆ]/g, 'ae')
    .replaceAll('đ', 'd')

const escaped = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

/** Between the words of a phrase: a space, or a comma, as in "thank you, so much". */
const gap = '[\\s,]+'
const beforeWord = '(?<![\\p{L}\\p{M}\\p{N}])'
const afterWord = '(?![\\p{L}\\p{M}\\p{N}])'

/** Every reading of a phrase with choices: "the [bug|error]" is "the bug" and "the error". */
function readingsOf(phrase: string): string[] {
  const choice = /\[([^\]]*)\]/.exec(phrase)
  return choice?.[1] === undefined
    ? [phrase]
    : choice[1].split('|').flatMap((word) => readingsOf(phrase.replace(choice[0], word)))
}

/** The text in lower case, of the same length: patterns that ignore case take a second to compile. */
const lowered = (text: string) => text.toLowerCase().replaceAll('ς', 'σ')

/** What may follow a phrase. French and Italian join a short word with an apostrophe: "l'aide". */
const endings = { whole: afterWord, open: '\\p{L}*', joined: '' }

/** Patterns for all phrases of a kind, the longest first. They match at the position that has been reached. */
function patternsOf(phrases: string, isWrittenTogether: boolean): RegExp[] {
  const all = lowered(normalised(phrases))
    .split(/\s*,\s*/)
    .map((phrase) => phrase.trim())
    .filter(Boolean)
    .flatMap(readingsOf)
    .toSorted((a, b) => b.length - a.length)
  const byEnding = Object.groupBy(all, (phrase) => endingOf(phrase, isWrittenTogether))
  return Object.entries(byEnding).map(([ending, some]) => {
    const words = some.map((phrase) => wordsOf(phrase, isWrittenTogether))
    return new RegExp(`(?:${words.join('|')})${endings[ending as keyof typeof endings]}`, 'uy')
  })
}

function endingOf(phrase: string, isWrittenTogether: boolean): keyof typeof endings {
  if (isWrittenTogether && !/^[a-z]/.test(phrase)) return 'joined'
  if (phrase.endsWith('*')) return 'open'
  return phrase.endsWith("'") ? 'joined' : 'whole'
}

const wordsOf = (phrase: string, isWrittenTogether: boolean) =>
  phrase
    .replace('*', '')
    .split(/\s+/)
    .map(escaped)
    .join(isWrittenTogether ? '\\s*' : gap)

const word = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}'-]*[\\p{L}\\p{M}\\p{N}])?"
const together = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Hangul}\\p{sc=Thai}ー]'

const languages: Language[] = replyLanguages.map(({ words, isWrittenTogether }) => ({
  matchers: kinds.flatMap((kind) =>
    patternsOf(words[kind], isWrittenTogether).map((pattern) => ({ kind, pattern })),
  ),
  isWrittenTogether,
  unknown: isWrittenTogether ? new RegExp(`${together}|${word}`, 'uy') : new RegExp(word, 'uy'),
}))

const at = (pattern: RegExp, text: string, index: number) => {
  pattern.lastIndex = index
  return pattern.exec(text)?.[0] ?? ''
}

/** A name after a thank you or a greeting, or at the end: up to three words that begin with a capital letter. */
const name =
  /\p{Lu}[\p{L}\p{M}'-]*\.?(?:[ ]+(?:von|van|de|da|del|la|der|den|di|dos|bin|al|el)){0,2}(?:[ ]+\p{Lu}[\p{L}\p{M}'-]*\.?){0,2}(?![\p{L}\p{M}\p{N}])/uy
const honorific =
  /[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}]{1,4}(?:さん|様|さま|先生|님|씨|老师|老師|先生|小姐)/uy

/** Reads a text in each language. @param names of people who may be thanked, or sign */
export function readings(body: string, names: readonly string[]): Reading[] {
  const text = normalised(body).replace(mentions(names), ' ')
  return languages.map((language) => read(text, language))
}

/** Matches the names of known people, in whole or one word of them, with or without an @. */
function mentions(names: readonly string[]): RegExp {
  const words = names.flatMap((one) => [normalised(one), ...normalised(one).split(/\s+/)])
  const known = [...new Set(words)].filter((word) => word.length > 1).toSorted((a, b) => b.length - a.length)
  if (known.length === 0) return /(?!)/u
  return new RegExp(`@?${beforeWord}(?:${known.map(escaped).join('|')})${afterWord}`, 'giu')
}

const breaks = /[.。;；:：]/u

function read(text: string, { matchers, unknown, isWrittenTogether }: Language): Reading {
  const reading: Reading = { thanks: 0, glad: 0, solved: 0, filler: 0, against: 0, names: 0, unknown: 0 }
  const lower = lowered(text)
  let mayName = true
  for (let index = 0; index < text.length; ) {
    const found = longest(lower, index, matchers)
    if (found) {
      reading[found.kind]++
      mayName = true
      index += found.length
      continue
    }
    const called =
      (mayName && at(name, text, index)) || (isWrittenTogether && at(honorific, text, index)) || ''
    if (called) reading.names++
    const next = called || at(unknown, text, index)
    // In scripts without spaces, two characters count as one word.
    if (next && !called) reading.unknown += isWrittenTogether && next.length === 1 ? 0.5 : 1
    const sign = text.charAt(index)
    // A new sentence that begins with an unknown word says something new; a new line may be a signature.
    if (next || breaks.test(sign)) mayName = false
    if (!next && (sign === '\n' || sign === '@' || sign === '-' || sign === '–')) mayName = true
    index += next.length || 1
  }
  return reading
}

function longest(text: string, index: number, matchers: Matcher[]): { kind: Kind; length: number } | null {
  let found: { kind: Kind; length: number } | null = null
  for (const { kind, pattern } of matchers) {
    const { length } = at(pattern, text, index)
    if (length > (found?.length ?? 0)) found = { kind, length }
  }
  return found
}
