import { useState } from 'react'
import type { ZodType } from 'zod'
import { type FieldErrors, fieldErrorsOf } from './field-errors.ts'

/** What a schema finds wrong with a form's fields before they are sent. */
export function useFieldErrors() {
  const [errors, setErrors] = useState<FieldErrors>({})

  const check = (schema: ZodType, values: unknown) => {
    const found = fieldErrorsOf(schema, values)
    setErrors(found)
    return Object.keys(found).length === 0
  }
  const clear = (field: string) => setErrors((before) => (field in before ? without(before, field) : before))

  return { errors, check, clear }
}

const without = (errors: FieldErrors, field: string) =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => name !== field))
