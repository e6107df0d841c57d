import { Link } from 'react-router'
import { AccountForm } from './account-form.tsx'
import { CheckMail } from './check-mail.tsx'
import { GuestPage } from './guest-page.tsx'
import { useSignUp } from './use-sign-up.ts'

export function SignUpPage() {
  const signUp = useSignUp()
  if (signUp.isSuccess) return <CheckMail email={signUp.variables.email} onBack={signUp.reset} />
  return (
    <GuestPage title="Sign up" lead="Create an account to file and follow tickets." below={logIn}>
      <AccountForm
        action="Sign up"
        emailHint="Use your work address, so that tickets you file in Slack appear here too."
        pending={signUp.isPending}
        error={signUp.error}
        onSubmit={signUp.mutate}
      />
    </GuestPage>
  )
}

const logIn = (
  <>
    Have an account?{' '}
    <Link to="/login" className="link link-primary">
      Log in
    </Link>
  </>
)
