import type { z } from 'zod'
import { type FieldError, invalidFields } from './errors.ts'

/** Zod reports an unknown key at the enclosing object. This reports it at the key itself. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'There is no such field.' }))
  return [{ field: path.join('.') || 'body', message: issue.message }]
}

/** @returns the parsed input @throws invalid with every wrong field */
export function checkInput<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const read = schema.safeParse(input)
  if (!read.success) throw invalidFields(read.error.issues.flatMap(fieldErrors))
  return read.data
}
