import { useState } from 'react'
import type { HandleKind } from '../../../../core/users/handles/handles.ts'
import type { UserView } from '../../shared/http/answers.ts'
import { errorMessage } from '../../shared/http/problem.ts'
import { channelNames } from '../../shared/surfaces/channel-words.ts'
import { toast } from '../../shared/toasts/toasts.ts'
import { useUnlinkUser } from './use-unlink-user.ts'

type UserIdentityProps = {
  user: UserView
  self: boolean
  onMerge: () => void
  onReset: () => void
  onSchedule: () => void
  onUnlinked: (kind: HandleKind) => void
}

/**
 * Opens the shifts, unlinks chat accounts, merges accounts, and resets two-step sign-in. All take effect at once,
 * independent of the form.
 */
export function UserIdentity({ user, self, onMerge, onReset, onSchedule, onUnlinked }: UserIdentityProps) {
  const [linked, setLinked] = useState({ slack: user.slack, discord: user.discord !== null })
  const unlink = useUnlinkUser(user.id, (kind) => {
    setLinked((before) => ({ ...before, [kind]: false }))
    onUnlinked(kind)
    toast('success', `${channelNames[kind]} unlinked from ${user.name}`)
  })
  const kinds = (['slack', 'discord'] as const).filter((kind) => linked[kind])
  const isStaff = user.role !== 'user'
  if (kinds.length === 0 && self && !isStaff) return null
  return (
    <div className="flex flex-wrap gap-2 border-t border-base-300 pt-4">
      {isStaff && (
        <button type="button" className="btn btn-plain btn-sm" onClick={onSchedule}>
          Shifts and absences…
        </button>
      )}
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="btn btn-plain btn-sm"
          disabled={unlink.isPending}
          onClick={() => unlink.mutate(kind, { onError: (error) => toast('error', errorMessage(error)) })}
        >
          Unlink {channelNames[kind]}
        </button>
      ))}
      {!self && user.secondFactor && (
        <button type="button" className="btn btn-plain btn-sm" onClick={onReset}>
          Reset two-step sign-in…
        </button>
      )}
      {!self && (
        <button type="button" className="btn btn-plain btn-sm" onClick={onMerge}>
          Merge into another account…
        </button>
      )}
    </div>
  )
}
