import { useEffect } from 'react'
import type { DefaultValues, FieldValues } from 'react-hook-form'
import type { ZodType } from 'zod'
import { useDraft } from '../session/use-draft.ts'
import { useSchemaForm } from './use-schema-form.ts'

/** A form whose values survive a reload until `endDraft`, or until they are blank again. @param name of the draft */
export function useDraftForm<Input extends FieldValues, Output>(
  name: string,
  schema: ZodType<Output, Input>,
  blank: Input & DefaultValues<Input>,
  refusal: unknown,
) {
  const draft = useDraft(name, blank)
  const form = useSchemaForm(schema, draft.start, refusal)
  const values = form.watch()
  useEffect(() => draft.keep(values as typeof blank))
  return { form, endDraft: draft.end }
}
