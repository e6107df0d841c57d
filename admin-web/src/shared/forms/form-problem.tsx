import { wordsFor } from '../http/problem.ts'
import { Icon } from '../ui/icon.tsx'
import { fieldErrorsIn } from './field-errors.ts'

/** Why the desk refused a form, unless each of its complaints stands at one of the form's own fields. */
export function FormProblem({ error, fields }: { error: unknown; fields: string[] }) {
  if (!error) return null
  const blamed = Object.keys(fieldErrorsIn(error))
  if (blamed.length > 0 && blamed.every((field) => fields.includes(field))) return null
  return (
    <div role="alert" className="alert alert-soft alert-error">
      <Icon name="alert" className="size-5" />
      <span>{wordsFor(error)}</span>
    </div>
  )
}
