import { fieldErrorsIn } from '../forms/field-errors.ts'
import { errorMessage } from '../http/problem.ts'
import { Icon } from './icon.tsx'

/** Says why something couldn't be loaded, with a button to try again. */
export function ProblemState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div role="alert" className="panel flex flex-col items-center px-6 py-10 text-center">
      <span className="mb-3 rounded-full bg-error/10 p-3 text-error">
        <Icon name="alert" className="size-6" />
      </span>
      <p className="max-w-md">{reasonFor(error)}</p>
      <button type="button" className="btn btn-plain mt-4" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}

/** The API's complaints without the names of its query parameters, which mean nothing to the reader. */
const reasonFor = (error: unknown) => Object.values(fieldErrorsIn(error)).join(' ') || errorMessage(error)
