import { useMe } from '../../shared/session/use-me.ts'
import { Avatar } from '../../shared/ui/avatar.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { Page } from '../../shared/ui/page.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { Tags } from '../../shared/ui/tags.tsx'
import { useLogOut } from '../session/use-log-out.ts'
import { RoleBadge } from '../users/role-badge.tsx'
import { ChangePassword } from './change-password.tsx'
import { Devices } from './devices.tsx'
import { LinkDiscord } from './link-discord.tsx'
import { useAccount } from './use-account.ts'

export function ProfilePage() {
  const me = useMe()
  const account = useAccount().data ?? me
  const logOut = useLogOut()
  return (
    <Page title="Profile">
      <div className="max-w-2xl space-y-5">
        <Panel title="Account">
          <div className="flex flex-wrap items-center gap-4">
            <Avatar name={account.name} className="size-12 text-base" />
            <div className="min-w-0 grow">
              <p className="flex items-center gap-2 font-medium">
                {account.name} <RoleBadge role={account.role} />
              </p>
              <p className="text-muted wrap-anywhere">{account.email}</p>
            </div>
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
          {account.role !== 'user' && (
            <div className="mt-4 space-y-2 border-t border-base-300 pt-4 text-sm">
              <p>
                {account.onDuty ? 'On duty' : 'Off duty'}, {account.capacity} tickets at most. In Discord,{' '}
                <code className="whitespace-nowrap">/duty on</code> and{' '}
                <code className="whitespace-nowrap">/duty off</code> change it.
              </p>
              {account.skills.length > 0 && <Tags tags={account.skills} />}
            </div>
          )}
        </Panel>
        <Panel title="Slack">
          <p>
            {account.slack
              ? 'Linked: tickets that you file in Slack are yours here.'
              : 'Not linked yet. Type /ticket in Slack once: it finds this account by your e-mail address.'}
          </p>
        </Panel>
        <LinkDiscord linked={account.discord !== null} />
        <ChangePassword />
        <Devices />
      </div>
    </Page>
  )
}
