import { useForm } from 'react-hook-form'
import { Link, useLoaderData, useLocation, useSearchParams } from 'react-router'
import { FormProblem } from '../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../shared/forms/submit-button.tsx'
import { TextField } from '../../shared/forms/text-field.tsx'
import { logInReason } from '../../shared/session/log-in-reason.ts'
import { CheckMail } from './check-mail.tsx'
import { GuestPage } from './guest-page.tsx'
import { fromSlack } from './log-in-words.ts'
import { ProviderAlert } from './provider-alert.tsx'
import { ProviderButtons } from './provider-buttons.tsx'
import { providerProblem } from './provider-problem.ts'
import type { SignInProvider } from './read-providers.ts'
import { SignInLinkButton } from './sign-in-link-button.tsx'
import { useAskSignInLink } from './use-ask-sign-in-link.ts'
import { useLogIn } from './use-log-in.ts'

/** Two required fields need no schema: so the first page that people see loads without zod. */
export function LogInPage() {
  const typed = useLocation().state as { email?: string } | null
  const { register, handleSubmit, formState, trigger, getValues } = useForm({
    defaultValues: { email: typed?.email ?? '', password: '' },
  })
  const [search] = useSearchParams()
  const providers = useLoaderData<SignInProvider[]>()
  const problem = providerProblem(search.get('problem'))
  const logIn = useLogIn()
  const ask = useAskSignInLink()
  const submit = handleSubmit(({ email, password }) => {
    ask.reset()
    logIn.mutate({ email: email.trim(), password })
  })
  const askForLink = async () => {
    logIn.reset()
    if (await trigger('email', { shouldFocus: true })) ask.mutate(getValues('email').trim())
  }
  if (ask.isSuccess)
    return (
      <CheckMail onBack={ask.reset}>
        If <strong>{ask.variables}</strong> has an account, we’ve sent it a link. It signs you in once, within
        15 minutes.
      </CheckMail>
    )
  return (
    <GuestPage title="Log in" lead={logInReason(search.has('from')) ?? fromSlack} below={signUp}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        {problem && !logIn.error && !ask.error && <ProviderAlert problem={problem} />}
        <ProviderButtons providers={providers} next={search.get('from')} />
        <FormProblem error={logIn.error ?? ask.error} />
        <TextField
          label="E-mail address"
          type="email"
          autoComplete="username"
          error={formState.errors.email?.message}
          {...register('email', { required: 'Enter your e-mail address.' })}
        />
        <TextField
          label="Password"
          type="password"
          autoComplete="current-password"
          error={formState.errors.password?.message}
          {...register('password', { required: 'Enter your password.' })}
        />
        <SubmitButton
          pending={logIn.isPending}
          className={`w-full ${providers.length === 0 ? 'btn-primary' : ''}`}
        >
          Log in
        </SubmitButton>
        <SignInLinkButton pending={ask.isPending} onAsk={() => void askForLink()} />
      </form>
    </GuestPage>
  )
}

const signUp = (
  <>
    <Link to="/forgot" className="link link-primary">
      Forgot your password?
    </Link>
    <span className="mt-2 block">
      No account yet?{' '}
      <Link to="/signup" className="link link-primary">
        Sign up
      </Link>
    </span>
  </>
)
