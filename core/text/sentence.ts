import { safeLine } from './line.ts'

/** A piece of a sentence: the desk's own words, or what somebody chose, such as a name or a title. */
export type Part = { readonly kind: 'words' | 'data' | 'code' | 'link'; readonly text: string }

/**
 * A sentence of the desk. `sentence` builds it, and each medium has one renderer that escapes the data in it. So nobody's
 * name can format a message, link to a page or call people.
 */
export type Sentence = { readonly parts: readonly Part[] }

/** What a person wrote as Markdown. It is shown formatted, by itself. */
export type MarkdownText = { readonly markdown: string }

export type Paragraph = Sentence | MarkdownText

type Value = string | number | Sentence

const partsOf = (value: Value): readonly Part[] =>
  typeof value === 'object' ? value.parts : [{ kind: 'data', text: safeLine(String(value)) }]

/**
 * Builds a sentence: sentence`${name} resolved ${subject}.` The template is the desk's own text; each string put
 * in is data. A sentence put in keeps its parts.
 */
export const sentence = (words: TemplateStringsArray, ...values: Value[]): Sentence => ({
  parts: words
    .flatMap((text, index): readonly Part[] => {
      const value = values[index]
      return [{ kind: 'words', text }, ...(value === undefined ? [] : partsOf(value))]
    })
    .filter(({ text }) => text !== ''),
})

/** What to type, such as a command. */
export const code = (text: string): Sentence => ({ parts: [{ kind: 'code', text }] })

/** An address of the desk itself, to follow. */
export const link = (url: string): Sentence => ({ parts: [{ kind: 'link', text: url }] })

/** What a person wrote as Markdown. */
export const markdownText = (markdown: string): MarkdownText => ({ markdown })

export const isMarkdown = (paragraph: Paragraph): paragraph is MarkdownText => 'markdown' in paragraph

/** @param between the desk's own */
export const joined = (sentences: readonly Sentence[], between: string): Sentence => ({
  parts: sentences.flatMap(({ parts }, index) =>
    index > 0 ? [{ kind: 'words' as const, text: between }, ...parts] : parts,
  ),
})

/** The characters of a sentence, for media without formatting: a mail's subject, a thread's name, a log. */
export const plainOf = ({ parts }: Sentence): string =>
  parts.map(({ kind, text }) => (kind === 'code' ? `\`${text}\`` : text)).join('')

const ellipsis = '…'

/** Shortens a sentence to at most `max` characters, counted as code points. */
export function shortened({ parts }: Sentence, max: number): Sentence {
  const lengths = parts.map(({ text }) => [...text].length)
  if (lengths.reduce((sum, length) => sum + length, 0) <= max) return { parts }
  let room = Math.max(0, max - 1)
  const kept = parts.flatMap((part, index): Part[] => {
    const text = [...part.text].slice(0, room).join('')
    room = Math.max(0, room - (lengths[index] ?? 0))
    return text === '' ? [] : [{ ...part, text }]
  })
  return { parts: [...kept, { kind: 'words', text: ellipsis }] }
}

/** Adds a full stop unless there is one. */
export const withFullStop = (one: Sentence): Sentence =>
  plainOf(one).endsWith('.') ? one : sentence`${one}.`
