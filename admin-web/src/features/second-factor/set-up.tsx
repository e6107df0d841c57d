import { useEffect, useRef } from 'react'
import { fieldErrorsIn } from '../../shared/forms/field-errors.ts'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { ConfirmPassword } from './confirm-password.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ScanKey } from './scan-key.tsx'
import { useBeginSetUp, useFinishSetUp } from './use-second-factor.ts'

/** Password if needed, then the key for the app and a first code, then the recovery codes. */
export function SetUp({ onDone }: { onDone: () => void }) {
  const begin = useBeginSetUp()
  const finish = useFinishSetUp()
  const begun = useRef(false)
  useEffect(() => {
    if (!begun.current) begin.mutate({})
    begun.current = true
  }, [begin.mutate])

  if (finish.data) return <RecoveryCodes codes={finish.data.recoveryCodes} onDone={onDone} />
  if ('setUp' in fieldErrorsIn(finish.error))
    return (
      <div className="space-y-4">
        <FormProblem error={finish.error} />
        <button
          type="button"
          className="btn btn-primary"
          onClick={() => {
            finish.reset()
            begin.mutate({})
          }}
        >
          Start again
        </button>
      </div>
    )
  if (begin.data) return <ScanKey pending={begin.data} finish={finish} />
  if (begin.variables?.password !== undefined || 'password' in fieldErrorsIn(begin.error))
    return <ConfirmPassword begin={begin} />
  return begin.error ? (
    <FormProblem error={begin.error} />
  ) : (
    <div role="status" className="skeleton h-48">
      <span className="sr-only">Loading</span>
    </div>
  )
}
