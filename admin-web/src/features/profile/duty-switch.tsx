import { startTransition, useOptimistic } from 'react'
import { useAccount } from '../../shared/session/use-account.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { useChangeDuty } from './use-change-duty.ts'

/** Whether the desk assigns new tickets to the reader. A click shows at once. For staff. */
export function DutySwitch() {
  const me = useMe()
  const { onDuty } = useAccount().data ?? me
  const change = useChangeDuty()
  const [shown, show] = useOptimistic(onDuty)
  if (me.role === 'user') return null
  const choose = (next: boolean) =>
    startTransition(async () => {
      show(next)
      await change.mutateAsync(next).catch(() => {}) // a toast says why
    })
  return (
    <label className="flex cursor-pointer items-center gap-3 rounded-field px-3 py-2 hover:bg-base-300/60">
      <span className="grow">On duty</span>
      <input
        type="checkbox"
        role="switch"
        className="toggle toggle-primary"
        checked={shown}
        aria-checked={shown}
        onChange={(event) => choose(event.target.checked)}
      />
    </label>
  )
}
