import type { UserView } from '../../shared/http/answers.ts'
import { languagesInWords } from '../../shared/people/languages-in-words.ts'
import { RoleBadge } from '../../shared/people/role-badge.tsx'
import { channelNames } from '../../shared/surfaces/channel-words.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Tags } from '../../shared/ui/tags.tsx'
import { DutyToggle } from './duty-toggle.tsx'

export function UserRow({ user, onEdit }: { user: UserView; onEdit: () => void }) {
  const staff = user.role !== 'user'
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 px-4 py-3 md:grid-cols-[auto_minmax(0,1.2fr)_minmax(0,1fr)_10rem_auto]">
      <Avatar name={user.name} className={`size-9 text-sm ${user.active ? '' : 'grayscale'}`} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <span className="font-medium wrap-anywhere">{user.name}</span>
          <RoleBadge role={user.role} />
          {!user.active && <span className="badge badge-soft badge-error badge-sm">Deactivated</span>}
        </p>
        <p className="text-muted text-sm wrap-anywhere">
          {user.email ? <Address of={user.email} /> : 'No e-mail address'}
        </p>
        <p className="text-muted text-xs">{handlesOf(user)}</p>
      </div>
      <div className="max-md:order-last max-md:col-span-full max-md:pl-12 max-md:empty:hidden">
        {user.skills.length > 0 ? (
          <Tags tags={user.skills} />
        ) : staff ? (
          <span className="text-muted text-sm">No skills</span>
        ) : null}
        {staff && user.languages.length > 0 && (
          <p className="text-muted mt-1 text-xs">Speaks {languagesInWords(user.languages)}</p>
        )}
      </div>
      <div className="max-md:order-last max-md:col-span-full max-md:pl-12 max-md:empty:hidden">
        {staff && <DutyToggle user={user} />}
      </div>
      <button
        type="button"
        className="btn btn-plain btn-sm max-md:row-start-1 max-md:col-start-3"
        aria-label={`Edit ${user.name}`}
        onClick={onEdit}
      >
        Edit
      </button>
    </div>
  )
}

/** In a narrow row, an address breaks before its @ rather than within its end. */
function Address({ of: address }: { of: string }) {
  const at = address.lastIndexOf('@')
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  )
}

function handlesOf({ confirmed, slack, discord }: UserView) {
  const handles = [slack && channelNames.slack, discord && channelNames.discord].filter(Boolean)
  const linked = handles.length > 0 ? `Linked to ${handles.join(' and ')}` : 'No chat account linked'
  return confirmed ? linked : `${linked}; address not confirmed`
}
