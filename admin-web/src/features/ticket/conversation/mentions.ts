import type { Person } from '../../../../../core/trace.ts'

/** The name that is being typed at the end, after an @; null: none. */
export const nameBeingTyped = (text: string): string | null =>
  /(?:^|\s)@(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)?)$/u.exec(text)?.[1] ?? null

/** Puts a whole name in place of the one that is being typed. */
export const withName = (text: string, typed: string, name: string) =>
  `${text.slice(0, text.length - typed.length)}${name} `

/** Of those who were picked, whose names still stand there: user ids. */
export const mentionsIn = (text: string, picked: Person[]) => [
  ...new Set(picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)),
]
