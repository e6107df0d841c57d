import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect } from 'react'
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  type RegisterOptions,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { ZodType } from 'zod'
import { fieldErrorsIn } from './field-errors.ts'

/**
 * A form that a zod schema checks before it is sent.
 * @param refusal why the API refused the last attempt; its complaints appear at their fields
 */
export function useSchemaForm<Input extends FieldValues, Output>(
  schema: ZodType<Output, Input>,
  defaultValues: DefaultValues<Input>,
  refusal: unknown,
) {
  const form = useForm<Input, unknown, Output>({ resolver: zodResolver(schema), defaultValues })
  const { setError, getValues } = form
  useEffect(() => {
    const complaints = Object.entries(fieldErrorsIn(refusal)).filter(([name]) => name in getValues())
    for (const [index, [name, message]] of complaints.entries())
      setError(name as Path<Input>, { message }, { shouldFocus: index === 0 })
  }, [refusal, setError, getValues])
  return form
}

type FormPart<Values extends FieldValues> = Pick<
  UseFormReturn<Values>,
  'register' | 'getFieldState' | 'formState'
>

/** Ties a native field to its form, error included: `<TextField label="Name" {...fieldOf(form, 'name')} />`. */
export const fieldOf = <Values extends FieldValues>(
  { register, getFieldState, formState }: FormPart<Values>,
  name: Path<Values>,
  options?: RegisterOptions<Values, Path<Values>>,
) => ({ ...register(name, options), error: getFieldState(name, formState).error?.message })
