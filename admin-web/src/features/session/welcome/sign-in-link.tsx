import { useForm } from 'react-hook-form'
import { Link, Navigate } from 'react-router'
import { FormProblem } from '../../../shared/forms/form-problem.tsx'
import { SubmitButton } from '../../../shared/forms/submit-button.tsx'
import { TextField } from '../../../shared/forms/text-field.tsx'
import type { LinkAnswer } from '../../../shared/http/answers.ts'
import { returnPath } from '../../../shared/session/return-path.ts'
import { GuestPage } from '../guest-page.tsx'
import { useRedeem } from './use-redeem.ts'
import { useSignedIn } from './use-signed-in.ts'

type SignInLinkProps = { token: string; link: LinkAnswer }

/**
 * Asks before it signs somebody in. Programs that open links in mails must not use them up, and nobody should end up in an
 * account of somebody else who sent them the link.
 */
export function SignInLink({ token, link }: SignInLinkProps) {
  const { name, email, user, next, confirmed, purpose } = link
  const signedIn = useSignedIn()
  const redeem = useRedeem(token, next)
  const asksName = purpose === 'sign-in' && !confirmed
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: name ?? '' } })
  const submit = handleSubmit((given) => redeem.mutate(asksName ? { name: given.name.trim() } : {}))
  const who = asksName ? email : name
  if (signedIn === undefined) return null
  if (signedIn && signedIn.id === user)
    return <Navigate to={returnPath(next, window.location.origin)} replace />
  return (
    <GuestPage title={`Sign in as ${who}?`} below={signedIn ? stay(signedIn.name) : null}>
      <form noValidate className="space-y-4" onSubmit={submit}>
        <FormProblem error={redeem.error} />
        {email && <TextField label="E-mail address" defaultValue={email} autoComplete="username" readOnly />}
        {asksName && (
          <TextField
            label="Name"
            autoComplete="name"
            error={formState.errors.name?.message}
            {...register('name', { validate: (text) => text.trim() !== '' || 'Enter a name.' })}
          />
        )}
        {signedIn && (
          <p>
            In this browser, <strong>{signedIn.name}</strong> is signed in. Signing in as {who} ends that
            here.
          </p>
        )}
        <SubmitButton pending={redeem.isPending} className="btn-primary w-full">
          Sign in as {who}
        </SubmitButton>
        <p className="text-muted text-sm">
          Not you, or you didn’t ask for this link? Close this page. Nothing happens until you press the
          button.
        </p>
      </form>
    </GuestPage>
  )
}

const stay = (name: string) => (
  <Link to="/" className="link link-primary">
    Stay signed in as {name}
  </Link>
)
