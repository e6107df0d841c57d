import { answerWords } from '../../../../../core/tickets/fields/answer-words.ts'
import type { Field } from './edit-draft.ts'
import type { EditForm } from './use-edit-form.ts'

/** The other version of a field that both people have changed. */
export function TheirVersion({ edit, field }: { edit: EditForm; field: Field }) {
  const theirs = edit.theirs(field)
  if (theirs === undefined) return null
  return (
    <div className="mt-2 flex items-start gap-3 rounded-field border border-warning/40 bg-warning/10 p-3 text-sm">
      <div className="min-w-0 grow">
        <p className="font-medium">Current value:</p>
        <p className="max-h-40 overflow-y-auto wrap-anywhere whitespace-pre-wrap">
          {Array.isArray(theirs) ? theirs.join(', ') || 'none' : answerWords(theirs) || 'none'}
        </p>
      </div>
      <button type="button" className="btn btn-plain btn-xs" onClick={() => edit.takeTheirs(field)}>
        Use this
      </button>
    </div>
  )
}
