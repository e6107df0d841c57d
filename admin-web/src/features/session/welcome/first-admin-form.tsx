import { AccountForm } from '../account-form.tsx'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

export function FirstAdminForm({ token }: { token: string }) {
  const redeem = useRedeem(token)
  return (
    <GuestPage title="Set up this desk" lead="Make the first admin. Everybody else comes after you.">
      <AccountForm
        action="Create the admin"
        pending={redeem.isPending}
        error={redeem.error}
        onSubmit={redeem.mutate}
      />
    </GuestPage>
  )
}
