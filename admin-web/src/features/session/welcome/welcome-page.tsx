import { Link, useLocation } from 'react-router'
import { errorMessage } from '../../../shared/http/problem.ts'
import { GuestPage } from '../guest-page.tsx'
import { ConfirmAddress } from './confirm-address.tsx'
import { FirstAdminForm } from './first-admin-form.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { SignInLink } from './sign-in-link.tsx'
import { useLink } from './use-link.ts'

/** Where the desk's mailed links lead. The token is in the fragment, which browsers send to no server. */
export function WelcomePage() {
  const token = decodeURIComponent(useLocation().hash.slice(1))
  const link = useLink(token)

  if (token === '')
    return <BadLink reason="The part after # is missing. Copy the whole link and open it again." />
  if (link.isError) return <BadLink reason={errorMessage(link.error)} />
  if (!link.data)
    return (
      <GuestPage title="Welcome">
        <div role="status" className="skeleton h-24">
          <span className="sr-only">Loading</span>
        </div>
      </GuestPage>
    )
  const { purpose, email, name } = link.data
  if (purpose === 'sign-in' || purpose === 'slack-sign-in')
    return <SignInLink token={token} link={link.data} />
  if (purpose === 'setup') return <FirstAdminForm token={token} />
  if (purpose === 'invite' || purpose === 'reset')
    return <InvitationForm token={token} purpose={purpose} email={email} name={name} />
  return <ConfirmAddress token={token} email={email} name={name} />
}

const BadLink = ({ reason }: { reason: string }) => (
  <GuestPage title="This link doesn’t work">
    <p className="mb-5">{reason}</p>
    <Link to="/login" className="btn btn-primary w-full">
      Go to log in
    </Link>
  </GuestPage>
)
