import { startTransition, useOptimistic } from 'react'
import type { UserView } from '../../shared/http/answers.ts'
import { errorMessage } from '../../shared/http/problem.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { useUpdateUser } from './use-update-user.ts'

/** Switches duty, saved at once, and shows the capacity. */
export function DutyToggle({ user }: { user: UserView }) {
  const update = useUpdateUser()
  const [shown, show] = useOptimistic(user.onDuty)
  const change = (onDuty: boolean) =>
    startTransition(async () => {
      show(onDuty)
      await update.mutateAsync({ id: user.id, onDuty }).then(
        ({ user: saved }) => toast('success', `${saved.name} is ${saved.onDuty ? 'on' : 'off'} duty`),
        (error) => toast('error', errorMessage(error)),
      )
    })
  return (
    <label className="flex cursor-pointer items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="toggle toggle-primary"
        checked={shown}
        disabled={update.isPending || !user.active}
        onChange={(event) => change(event.target.checked)}
      />
      <span>
        <span className="sr-only">{user.name} </span>
        On duty
        <span className="text-muted block text-xs">
          {user.capacity === 0 ? 'No tickets' : `Up to ${user.capacity} tickets`}
        </span>
      </span>
    </label>
  )
}
