import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { CodeField } from '../../../shared/forms/code-field.tsx'
import { fieldErrorsIn } from '../../../shared/forms/field-errors.ts'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import type { CodeNeeded } from '../use-enter.ts'
import { useEnterCode } from './use-enter-code.ts'

type Kind = 'app' | 'recovery'

export function CodeForm({ needed }: { needed: CodeNeeded }) {
  const { register, handleSubmit, formState, reset, setValue, setFocus } = useForm({
    defaultValues: { code: '' },
  })
  const [kind, setKind] = useState<Kind>('app')
  const enter = useEnterCode(needed)
  const submit = handleSubmit(({ code }) =>
    enter.mutate(code, { onError: () => setFocus('code', { shouldSelect: true }) }),
  )
  const change = () => {
    setKind(kind === 'app' ? 'recovery' : 'app')
    reset()
    enter.reset()
    setFocus('code')
  }
  return (
    <form noValidate className="space-y-4" onSubmit={submit}>
      <FormProblem error={enter.error} fields={['code']} />
      <CodeField
        kind={kind}
        onPasteCode={(code) => {
          setValue('code', code)
          void submit()
        }}
        error={formState.errors.code?.message ?? fieldErrorsIn(enter.error).code}
        {...register('code', { required: 'Enter a code.' })}
      />
      <SubmitButton pending={enter.isPending} className="btn-primary w-full">
        Log in
      </SubmitButton>
      <button type="button" className="btn btn-ghost btn-sm w-full" onClick={change}>
        {kind === 'app' ? 'Use a recovery code' : 'Use the authenticator app'}
      </button>
    </form>
  )
}
