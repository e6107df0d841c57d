import { isProblem } from '../http/problem.ts'

export type FieldErrors = Record<string, string>

/** The first complaint of the API about each field. "skills[2]" and "digest.at" count for "skills" and "digest". */
export const fieldErrorsIn = (error: unknown): FieldErrors =>
  isProblem(error)
    ? Object.fromEntries(error.fields.toReversed().map(({ field, message }) => [topOf(field), message]))
    : {}

const topOf = (field: string) => field.split(/[.[]/)[0] ?? field
