import { useMe } from '../../shared/session/use-me.ts'
import { Page } from '../../shared/ui/page.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { ApiKeys } from '../api-keys/api-keys.tsx'
import { AccountPanel } from './account-panel.tsx'
import { ChangePassword } from './change-password.tsx'
import { Devices } from './devices.tsx'
import { LinkDiscord } from './link-discord.tsx'
import { useAccount } from './use-account.ts'

export function ProfilePage() {
  const me = useMe()
  const account = useAccount().data ?? me
  return (
    <Page title="Profile">
      <div className="max-w-2xl space-y-5">
        <AccountPanel account={account} />
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
        <ApiKeys />
      </div>
    </Page>
  )
}
