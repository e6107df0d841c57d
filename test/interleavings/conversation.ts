import type { Side } from './program.ts'

/** A message as its author last left it. */
export type Said = {
  index: number
  side: Side
  /** its id where it was typed: a ts, a snowflake, or a comment's id */
  id: string
  version: number
  file: string | null
  isGone: boolean
  /** how many times everything had arrived before it was said */
  epoch: number
  /** e.g. "slack 🎉" */
  reactions: Set<string>
}

/** A word that says which message a text shows, and in which version. */
export const markOf = ({ index, version }: Pick<Said, 'index' | 'version'>) => `m${index}v${version}`
export const marksIn = (text: string) => text.match(/\bm\d+v\d+\b/g) ?? []
export const filesIn = (text: string) => text.match(/\bfile\d+\.txt\b/g) ?? []

export const alive = (said: Said[]) => said.filter(({ isGone }) => !isGone)
