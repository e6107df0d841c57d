import { startTransition, useOptimistic } from 'react'
import type { UserView } from '../../shared/http/answers.ts'
import { wordsFor } from '../../shared/http/problem.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { useUpdateUser } from './use-update-user.ts'

/** On duty, and with how many tickets at most. Switched here, saved at once. */
export function DutyToggle({ user }: { user: UserView }) {
  const update = useUpdateUser()
  const [shown, show] = useOptimistic(user.onDuty)
  const change = (onDuty: boolean) =>
    startTransition(async () => {
      show(onDuty)
      await update.mutateAsync({ id: user.id, onDuty }).then(
        ({ user: saved }) => toast('success', `${saved.name} is ${saved.onDuty ? 'on' : 'off'} duty.`),
        (error) => toast('error', wordsFor(error)),
      )
    })
  return (
    <label className="flex cursor-pointer items-center gap-2 text-sm">
      <input
        type="checkbox"
        className="toggle toggle-primary toggle-sm"
        checked={shown}
        disabled={update.isPending || !user.active}
        onChange={(event) => change(event.target.checked)}
      />
      <span>
        <span className="sr-only">{user.name} </span>
        On duty
        <span className="text-muted block text-xs">
          {user.capacity === 0 ? 'takes none' : `up to ${user.capacity}`}
        </span>
      </span>
    </label>
  )
}
