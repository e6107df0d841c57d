import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'

/** A press, not the mere visit, uses the link up: mail scanners open links too. */
export function ConfirmAddress({ token, email }: { token: string; email: string | null }) {
  const redeem = useRedeem(token)
  return (
    <GuestPage title="Confirm your address">
      <div className="space-y-5">
        <p className="wrap-anywhere">
          Is <strong>{email}</strong> yours, and did you sign up for Deskbridge with it?
        </p>
        <FormProblem error={redeem.error} />
        <button
          type="button"
          className="btn btn-primary w-full"
          disabled={redeem.isPending}
          onClick={() => redeem.mutate({})}
        >
          Yes, confirm and go on
        </button>
      </div>
    </GuestPage>
  )
}
