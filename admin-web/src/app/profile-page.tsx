import { ApiKeys } from '../features/api-keys/api-keys.tsx'
import { Notifications } from '../features/notifications/notifications.tsx'
import { AccountPanel } from '../features/profile/account-panel.tsx'
import { Appearance } from '../features/profile/appearance.tsx'
import { ChangePassword } from '../features/profile/change-password.tsx'
import { Devices } from '../features/profile/devices.tsx'
import { LinkChat } from '../features/profile/link-chat.tsx'
import { OwnSchedule } from '../features/profile/own-schedule.tsx'
import { SecondFactorPanel } from '../features/second-factor/second-factor-panel.tsx'
import { useAccount } from '../shared/session/use-account.ts'
import { useMe } from '../shared/session/use-me.ts'
import { Page } from '../shared/ui/page.tsx'

export function ProfilePage() {
  const me = useMe()
  const account = useAccount().data ?? me
  return (
    <Page title="Profile">
      <div className="max-w-2xl space-y-5">
        <AccountPanel account={account} />
        <LinkChat kind="slack" linked={account.slack} />
        <LinkChat kind="discord" linked={account.discord !== null} />
        {me.role !== 'user' && <OwnSchedule account={account} />}
        <Appearance />
        <Notifications />
        <ChangePassword />
        <SecondFactorPanel />
        <Devices />
        <ApiKeys />
      </div>
    </Page>
  )
}
