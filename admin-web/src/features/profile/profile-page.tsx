import { useMe } from '../../shared/session/use-me.ts'
import { Page } from '../../shared/ui/page.tsx'
import { ApiKeys } from '../api-keys/api-keys.tsx'
import { Notifications } from '../notifications/notifications.tsx'
import { AccountPanel } from './account-panel.tsx'
import { ChangePassword } from './change-password.tsx'
import { Devices } from './devices.tsx'
import { LinkChat } from './link-chat.tsx'
import { useAccount } from './use-account.ts'

export function ProfilePage() {
  const me = useMe()
  const account = useAccount().data ?? me
  return (
    <Page title="Profile">
      <div className="max-w-2xl space-y-5">
        <AccountPanel account={account} />
        <LinkChat kind="slack" linked={account.slack} />
        <LinkChat kind="discord" linked={account.discord !== null} />
        <Notifications />
        <ChangePassword />
        <Devices />
        <ApiKeys />
      </div>
    </Page>
  )
}
