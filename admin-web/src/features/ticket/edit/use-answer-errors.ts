import { useEffect } from 'react'
import type { UseFormSetError } from 'react-hook-form'
import { isProblem } from '../../../shared/http/problem.ts'
import type { TicketFields } from './edit-draft.ts'

/** Shows at each answer why the API refused it, and goes to the first. @param refusal of the last attempt */
export function useAnswerErrors(setError: UseFormSetError<TicketFields>, refusal: unknown) {
  useEffect(() => {
    if (!isProblem(refusal)) return
    for (const [index, { field, message }] of refusal.fields.entries())
      if (field.startsWith('fields.'))
        setError(`answers.${field.slice('fields.'.length)}`, { message }, { shouldFocus: index === 0 })
  }, [refusal, setError])
}
