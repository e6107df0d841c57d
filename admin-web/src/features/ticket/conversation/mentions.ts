import type { Person } from '../../../../../core/trace.ts'

/** The name that is being typed after an @ at the end of the text; null: none. */
export const nameBeingTyped = (text: string): string | null =>
  /(?:^|\s)@(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)?)$/u.exec(text)?.[1] ?? null

/** Replaces the name that is being typed with the whole name. */
export const withName = (text: string, typed: string, name: string) =>
  `${text.slice(0, text.length - typed.length)}${name} `

/** The user ids of the picked people whose names are still in the text. */
export const mentionsIn = (text: string, picked: Person[]) => [
  ...new Set(picked.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id)),
]
