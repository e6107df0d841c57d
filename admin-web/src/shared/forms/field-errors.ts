import type { ZodType } from 'zod'
import { isProblem } from '../http/problem.ts'

export type FieldErrors = Record<string, string>

/** The first complaint of a schema for each field. */
export function fieldErrorsOf(schema: ZodType, values: unknown): FieldErrors {
  const result = schema.safeParse(values)
  const issues = result.success ? [] : result.error.issues
  return firstOfEach(issues.map((issue) => ({ field: String(issue.path[0] ?? ''), message: issue.message })))
}

/** The API's complaints, at their fields. */
export const fieldErrorsIn = (error: unknown): FieldErrors =>
  isProblem(error)
    ? firstOfEach(error.fields.map(({ field, message }) => ({ field: topOf(field), message })))
    : {}

const topOf = (field: string) => field.split(/[.[]/)[0] ?? field

const firstOfEach = (complaints: { field: string; message: string }[]): FieldErrors =>
  Object.fromEntries(complaints.toReversed().map(({ field, message }) => [field, message]))
