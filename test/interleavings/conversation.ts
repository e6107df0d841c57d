import type { Side } from './program.ts'

/** A message as its author last left it. */
export type Said = {
  index: number
  side: Side
  /** its id where it was typed: a ts, a snowflake, or a comment's id */
  id: string
  version: number
  /** how many paragraphs it has; 0: only a file */
  paragraphs: number
  file: string | null
  isGone: boolean
  /** how many times everything had arrived before it was said */
  epoch: number
  /** e.g. "slack 🎉" */
  reactions: Set<string>
}

type Version = Pick<Said, 'index' | 'version'>

/** A word that says which message a text shows, and in which version. */
export const markOf = ({ index, version }: Version) => `m${index}v${version}`
export const marksIn = (text: string) => text.match(/\bm\d+v\d+\b/g) ?? []
export const filesIn = (text: string) => text.match(/\bfile\d+\.txt\b/g) ?? []

/** Words that say which further paragraphs a text shows. */
const laterMarksOf = (one: Version & Pick<Said, 'paragraphs'>) =>
  Array.from({ length: Math.max(one.paragraphs - 1, 0) }, (_, n) => `p${one.index}v${one.version}n${n}`)
export const laterMarksIn = (text: string) => text.match(/\bp\d+v\d+n\d+\b/g) ?? []

const filler = ' and it still smokes'.repeat(45)

/** Its text: a paragraph has about 900 characters, the first one fewer. */
export const textOf = (one: Said) =>
  one.paragraphs > 0 ? [markOf(one), ...laterMarksOf(one).map((mark) => mark + filler)].join('\n\n') : ''

export const alive = (said: Said[]) => said.filter(({ isGone }) => !isGone)

/** The words by which messages are recognised where they are shown. */
export const wordsOf = (said: Said[]) =>
  said.flatMap((one) => (one.paragraphs > 0 ? [markOf(one), ...laterMarksOf(one)] : []))
export const wordsIn = (text: string) => [...marksIn(text), ...laterMarksIn(text)]
