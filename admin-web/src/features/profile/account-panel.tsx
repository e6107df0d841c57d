import { useState } from 'react'
import type { UserView } from '../../shared/http/answers.ts'
import { RoleBadge } from '../../shared/people/role-badge.tsx'
import { useLogOut } from '../../shared/session/use-log-out.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { Tags } from '../../shared/ui/tags.tsx'
import { Languages } from './languages.tsx'
import { NameDialog } from './name-dialog.tsx'

/** The reader's name, role and work. */
export function AccountPanel({ account }: { account: UserView }) {
  const [naming, setNaming] = useState(false)
  const logOut = useLogOut()
  return (
    <Panel title="Account">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Avatar name={account.name} className="size-12 text-base" />
        <div className="min-w-0 grow">
          <p className="flex flex-wrap items-center gap-2 font-medium">
            <span className="wrap-anywhere">{account.name}</span> <RoleBadge role={account.role} />
          </p>
          <p className="text-muted wrap-anywhere">{account.email}</p>
        </div>
        <div className="flex gap-2">
          <button type="button" className="btn btn-plain btn-sm" onClick={() => setNaming(true)}>
            <Icon name="edit" className="size-4" />
            Change name
          </button>
          <button
            type="button"
            className="btn btn-plain btn-sm"
            disabled={logOut.isPending}
            onClick={() => logOut.mutate()}
          >
            <Icon name="out" className="size-4" />
            Log out
          </button>
        </div>
      </div>
      {account.role !== 'user' && <Work account={account} />}
      {naming && <NameDialog current={account.name} onClose={() => setNaming(false)} />}
    </Panel>
  )
}

const Work = ({ account: { onDuty, capacity, skills, languages } }: { account: UserView }) => (
  <div className="mt-4 space-y-2 border-t border-base-300 pt-4 text-sm">
    <p>
      {onDuty ? 'On duty' : 'Off duty'}, up to {capacity} tickets at once. Change this in the menu, or with{' '}
      <code className="whitespace-nowrap">/duty on</code> and{' '}
      <code className="whitespace-nowrap">/duty off</code> in Discord.
    </p>
    {skills.length > 0 && <Tags tags={skills} />}
    <Languages languages={languages} />
  </div>
)
