import { Link, useLocation } from 'react-router'
import { wordsFor } from '../../../shared/http/problem.ts'
import { GuestPage } from '../guest-page.tsx'
import { ConfirmAddress } from './confirm-address.tsx'
import { FirstAdminForm } from './first-admin-form.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { useLink } from './use-link.ts'

/** Where every link of the desk leads. The token stands in the fragment, which no server sees or logs. */
export function WelcomePage() {
  const token = decodeURIComponent(useLocation().hash.slice(1))
  const link = useLink(token)

  if (token === '') return <BadLink reason="This address is not complete: the part after # is missing." />
  if (link.isError) return <BadLink reason={wordsFor(link.error)} />
  if (!link.data)
    return (
      <GuestPage title="Welcome">
        <div role="status" className="skeleton h-24">
          <span className="sr-only">Loading</span>
        </div>
      </GuestPage>
    )
  const { purpose, email, name } = link.data
  if (purpose === 'setup') return <FirstAdminForm token={token} />
  if (purpose === 'invite' || purpose === 'reset')
    return <InvitationForm token={token} email={email} name={name} />
  return <ConfirmAddress token={token} email={email} />
}

const BadLink = ({ reason }: { reason: string }) => (
  <GuestPage title="This link does not work">
    <p className="mb-5">{reason}</p>
    <Link to="/login" className="btn btn-primary w-full">
      Go to log-in
    </Link>
  </GuestPage>
)
