import { errorMessage } from '../http/problem.ts'
import { Icon } from '../ui/icon.tsx'
import { fieldErrorsIn } from './field-errors.ts'

type FormProblemProps = {
  error: unknown
  /** the form's own fields, which show their complaints themselves */
  fields?: readonly string[]
}

/** Why the API refused a form, unless every complaint appears at a field of the form. */
export function FormProblem({ error, fields = [] }: FormProblemProps) {
  if (!error) return null
  const blamed = Object.keys(fieldErrorsIn(error))
  if (blamed.length > 0 && blamed.every((field) => fields.includes(field))) return null
  return (
    <div role="alert" className="alert alert-soft alert-error">
      <Icon name="alert" className="size-5" />
      <span>{errorMessage(error)}</span>
    </div>
  )
}
