import { NavLink } from 'react-router'
import { useLogOut } from '../../shared/session/use-log-out.ts'
import { useMe } from '../../shared/session/use-me.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Icon } from '../../shared/ui/icon.tsx'

export function AccountMenu() {
  const me = useMe()
  const logOut = useLogOut()
  return (
    <div className="flex items-center gap-1 border-t border-base-300 pt-3">
      <NavLink
        to="/profile"
        className="flex min-w-0 grow items-center gap-2.5 rounded-field p-2 hover:bg-base-300/60 aria-[current=page]:bg-base-300"
      >
        <Avatar name={me.name} />
        <span className="min-w-0">
          <span className="block truncate text-sm font-medium">{me.name}</span>
          <span className="text-muted block text-xs capitalize">{me.role}</span>
        </span>
      </NavLink>
      <button
        type="button"
        aria-label="Log out"
        title="Log out"
        className="btn btn-ghost btn-square btn-sm"
        disabled={logOut.isPending}
        onClick={() => logOut.mutate()}
      >
        <Icon name="out" className="size-4.5" />
      </button>
    </div>
  )
}
