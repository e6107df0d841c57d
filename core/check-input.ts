import type { z } from 'zod'
import { type FieldError, invalidFields } from './errors.ts'

/** An answer must not be much longer than the request: a body of unknown keys has an error for each. */
const maxErrors = 20
const maxFieldName = 100

const fieldAt = (path: string[]) => {
  const field = path.join('.')
  return field.length > maxFieldName ? `${field.slice(0, maxFieldName)}…` : field
}

/** Zod reports an unknown key at the enclosing object. This reports it at the key itself. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, maxErrors)
      .map((key) => ({ field: fieldAt([...path, key]), message: 'There is no such field.' }))
  return [{ field: fieldAt(path) || 'body', message: issue.message }]
}

/** @returns the parsed input @throws invalid with the wrong fields, at most 20 of them */
export function checkInput<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const read = schema.safeParse(input)
  if (!read.success) throw invalidFields(read.error.issues.flatMap(fieldErrors).slice(0, maxErrors))
  return read.data
}
