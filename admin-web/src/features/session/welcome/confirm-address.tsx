import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

/** Takes a click to use up the link, since mail scanners open links too. */
export function ConfirmAddress({ token, email }: { token: string; email: string | null }) {
  const redeem = useRedeem(token)
  return (
    <GuestPage title="Confirm your address">
      <div className="space-y-5">
        <p className="wrap-anywhere">
          Did you sign up for Deskbridge with <strong>{email}</strong>?
        </p>
        <FormProblem error={redeem.error} />
        <button
          type="button"
          className="btn btn-primary w-full"
          disabled={redeem.isPending}
          onClick={() => redeem.mutate({})}
        >
          Confirm address
        </button>
      </div>
    </GuestPage>
  )
}
