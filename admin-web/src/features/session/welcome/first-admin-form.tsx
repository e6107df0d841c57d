import { AccountForm } from '../account-form.tsx'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

export function FirstAdminForm({ token }: { token: string }) {
  const redeem = useRedeem(token)
  return (
    <GuestPage title="Set up this desk" lead="Create the first admin account.">
      <AccountForm
        action="Create admin account"
        pending={redeem.isPending}
        error={redeem.error}
        onSubmit={redeem.mutate}
      />
    </GuestPage>
  )
}
