import type { z } from 'zod'
import { type FieldError, invalidFields } from './errors.ts'

/** An unknown key is an issue of the object around it; here it is an error at that key. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.map(String)
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ field: [...path, key].join('.'), message: 'There is no such field.' }))
  return [{ field: path.join('.') || 'body', message: issue.message }]
}

/** @returns the input as its schema shapes it @throws invalid that names every wrong field */
export function checkInput<T extends z.ZodType>(schema: T, input: unknown): z.infer<T> {
  const read = schema.safeParse(input)
  if (!read.success) throw invalidFields(read.error.issues.flatMap(fieldErrors))
  return read.data
}
