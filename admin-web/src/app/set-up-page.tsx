import { useNavigate } from 'react-router'
import { SetUp } from '../features/second-factor/set-up.tsx'
import { GuestPage } from '../features/session/guest-page.tsx'
import { forgetSession } from '../shared/session/session.ts'
import { useLogOut } from '../shared/session/use-log-out.ts'

/** For staff on a desk that requires two-step sign-in, before anything else. */
export function SetUpPage() {
  const navigate = useNavigate()
  const logOut = useLogOut()
  const done = () => {
    forgetSession()
    return navigate('/', { replace: true })
  }
  return (
    <GuestPage
      title="Set up two-step sign-in"
      lead="This desk requires it for moderators and admins."
      below={
        <button type="button" className="link link-primary" onClick={() => logOut.mutate()}>
          Log out
        </button>
      }
    >
      <SetUp onDone={done} />
    </GuestPage>
  )
}
