import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { EntryView } from '../../../../../core/catalog/catalog-view.ts'
import { AnswerField } from '../../../shared/answers/answer-field.tsx'
import { catalogKey } from '../../../shared/catalog/use-catalog.ts'
import { fieldOf } from '../../../shared/forms/use-schema-form.ts'
import { isProblem } from '../../../shared/http/problem.ts'
import { chosenIn, type TicketForm } from './ticket-form.ts'

type CategoryFieldsProps = {
  form: Pick<UseFormReturn<TicketForm>, 'register' | 'getFieldState' | 'formState' | 'setError' | 'watch'>
  categories: readonly EntryView[]
  /** why the API refused the ticket */
  refusal: unknown
}

/** What the chosen category asks. What was typed for another one stays in the form. */
export function CategoryFields({ form, categories, refusal }: CategoryFieldsProps) {
  const category = form.watch('category')
  const chosen = chosenIn(categories, category)
  const id = categories.find(({ name }) => name === category)?.id
  const queries = useQueryClient()
  const { setError } = form
  // The desk refuses answers when the category asks something else by now: then its new fields are shown.
  useEffect(() => {
    const wrong = isProblem(refusal) ? refusal.fields.filter(({ field }) => field.startsWith('fields.')) : []
    if (wrong.length === 0 || !id) return
    for (const { field, message } of wrong)
      setError(`answers.${id}.${field.slice('fields.'.length)}`, { message })
    void queries.invalidateQueries({ queryKey: catalogKey })
  }, [refusal, id, setError, queries])
  if (!chosen) return null
  return (
    <fieldset className="space-y-5">
      <legend className="sr-only">More about it</legend>
      {chosen.fields.map((field) => (
        <AnswerField
          key={`${chosen.id}.${field.key}`}
          field={field}
          input={fieldOf(form, `answers.${chosen.id}.${field.key}`)}
        />
      ))}
    </fieldset>
  )
}
